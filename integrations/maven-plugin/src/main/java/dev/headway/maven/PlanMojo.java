package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows what upgrade would do. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class PlanMojo extends HeadwayMojo {
    /** Where to go; head if nothing is said, but a downgrade needs it said. */
    @Parameter(property = "revision")
    private @Nullable String revision;

    /** Show what downgrade would do. */
    @Parameter(property = "down", defaultValue = "false")
    private boolean down;

    /** Made by Maven. */
    public PlanMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("plan").words(revision).flag("--down", down);
    }
}
