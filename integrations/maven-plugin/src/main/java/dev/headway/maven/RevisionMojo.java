package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a new revision. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RevisionMojo extends HeadwayMojo {
    /** The message; the class is named after it. */
    @Parameter(property = "message")
    private @Nullable String message;

    /** The parent, if not the head. */
    @Parameter(property = "head")
    private @Nullable String head;

    /** Allow a parent that is not a head. */
    @Parameter(property = "splice", defaultValue = "false")
    private boolean splice;

    /** A label for the branch that starts with it. */
    @Parameter(property = "branchLabel")
    private @Nullable String branchLabel;

    /** A revision that must be applied first. */
    @Parameter(property = "dependsOn")
    private @Nullable String dependsOn;

    /** Its id, instead of a random one. */
    @Parameter(property = "revId")
    private @Nullable String revId;

    /** Write no downgrade method; the downgrade is derived. */
    @Parameter(property = "noDowngrade", defaultValue = "false")
    private boolean noDowngrade;

    /** Generate the differences between the database and {@code headway.target}, a class or an SQL file. */
    @Parameter(property = "autogenerate", defaultValue = "false")
    private boolean autogenerate;

    /** Generate the current schema of the database, as the first revision of an existing database. */
    @Parameter(property = "fromDatabase", defaultValue = "false")
    private boolean fromDatabase;

    /** A rename, instead of a drop and an add: {@code account.nick=nickname}, or a table {@code account=customer}. */
    @Parameter(property = "rename")
    private @Nullable String rename;

    /** Write the revision even if there is no difference. */
    @Parameter(property = "allowEmpty", defaultValue = "false")
    private boolean allowEmpty;

    /** Report constraints and indexes that differ only in their names. */
    @Parameter(property = "strictNames", defaultValue = "false")
    private boolean strictNames;

    /** Made by Maven. */
    public RevisionMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("revision")
                .with("--message", message)
                .with("--head", head)
                .flag("--splice", splice)
                .with("--branch-label", branchLabel)
                .with("--depends-on", dependsOn)
                .with("--rev-id", revId)
                .flag("--no-downgrade", noDowngrade)
                .flag("--autogenerate", autogenerate)
                .flag("--from-database", fromDatabase)
                .with("--rename", rename)
                .flag("--allow-empty", allowEmpty)
                .flag("--strict-names", strictNames);
    }
}
