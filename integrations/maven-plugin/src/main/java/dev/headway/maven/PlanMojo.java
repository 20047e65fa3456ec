package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows the steps of an upgrade without running them. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class PlanMojo extends HeadwayMojo {
    /** The target; head by default, required for a downgrade. */
    @Parameter(property = "revision")
    private @Nullable String revision;

    /** Show the steps of a downgrade. */
    @Parameter(property = "down", defaultValue = "false")
    private boolean down;

    /** Made by Maven. */
    public PlanMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("plan").words(revision).flag("--down", down);
    }
}
