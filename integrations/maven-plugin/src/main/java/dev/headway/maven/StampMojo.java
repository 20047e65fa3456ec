package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Sets the current revisions of the database without running anything. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class StampMojo extends HeadwayMojo {
    /** The revisions, separated by commas: head, heads, base, ids. */
    @Parameter(property = "revision")
    private @Nullable String revision;

    /** First remove all applied revisions, including unknown ones. */
    @Parameter(property = "purge", defaultValue = "false")
    private boolean purge;

    /** Print the SQL instead of running it, without a connection. */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** Made by Maven. */
    public StampMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("stamp").words(revision).flag("--purge", purge).flag("--sql", sql);
    }
}
