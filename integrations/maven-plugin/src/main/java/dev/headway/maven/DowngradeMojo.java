package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Reverts revisions. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DowngradeMojo extends HeadwayMojo {
    /** The target, which stays applied: base, an id, -1. */
    @Parameter(property = "revision")
    private @Nullable String revision;

    /** Print the SQL instead of running it, without a connection. */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** A value for migrations to read from the system property headway.tag. */
    @Parameter(property = "tag")
    private @Nullable String tag;

    /** Made by Maven. */
    public DowngradeMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("downgrade").words(revision).flag("--sql", sql).with("--tag", tag);
    }
}
