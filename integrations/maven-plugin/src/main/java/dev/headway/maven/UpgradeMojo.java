package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Applies revisions. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class UpgradeMojo extends HeadwayMojo {
    /** The target: head, heads, an id, +2, ledger@head. */
    @Parameter(property = "revision", defaultValue = "head")
    private String revision = "head";

    /** Print the SQL instead of running it, without a connection. */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** A value for migrations to read from the system property headway.tag. */
    @Parameter(property = "tag")
    private @Nullable String tag;

    /** Made by Maven. */
    public UpgradeMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("upgrade").words(revision).flag("--sql", sql).with("--tag", tag);
    }
}
