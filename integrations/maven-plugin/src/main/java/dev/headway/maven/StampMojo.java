package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Says where the database is, without running anything. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class StampMojo extends HeadwayMojo {
    /** Where it is, between commas: head, heads, base, ids. */
    @Parameter(property = "revision")
    private @Nullable String revision;

    /** Forget first all that counts as applied, be it known or not. */
    @Parameter(property = "purge", defaultValue = "false")
    private boolean purge;

    /** Print the SQL instead of running it; no database is asked. */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** Made by Maven. */
    public StampMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("stamp").words(revision).flag("--purge", purge).flag("--sql", sql);
    }
}
