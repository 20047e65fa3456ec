package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a new revision. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RevisionMojo extends HeadwayMojo {
    /** What it does; its class is named so. */
    @Parameter(property = "message")
    private @Nullable String message;

    /** What it comes after, if not the head. */
    @Parameter(property = "head")
    private @Nullable String head;

    /** Let it come after a revision that is no head. */
    @Parameter(property = "splice", defaultValue = "false")
    private boolean splice;

    /** A label for the branch that begins with it. */
    @Parameter(property = "branchLabel")
    private @Nullable String branchLabel;

    /** What must be applied first. */
    @Parameter(property = "dependsOn")
    private @Nullable String dependsOn;

    /** Its id, instead of a random one. */
    @Parameter(property = "revId")
    private @Nullable String revId;

    /** Write no method for the downgrade, which is derived. */
    @Parameter(property = "noDowngrade", defaultValue = "false")
    private boolean noDowngrade;

    /** Let it do what separates the database from {@code headway.target}, a class or a file of SQL. */
    @Parameter(property = "autogenerate", defaultValue = "false")
    private boolean autogenerate;

    /** Let it make what the database has now: the first revision of a database that is there already. */
    @Parameter(property = "fromDatabase", defaultValue = "false")
    private boolean fromDatabase;

    /** What was renamed, not dropped and added: {@code account.nick=nickname}, or a table {@code account=customer}. */
    @Parameter(property = "rename")
    private @Nullable String rename;

    /** Write it though there is no difference. */
    @Parameter(property = "allowEmpty", defaultValue = "false")
    private boolean allowEmpty;

    /** Take constraints and indexes for different that differ in no more than their names. */
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
