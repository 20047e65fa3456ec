package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows the current revisions of the database. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class CurrentMojo extends HeadwayMojo {
    /** Fail if the database is not at all heads. */
    @Parameter(property = "checkHeads", defaultValue = "false")
    private boolean checkHeads;

    /** Made by Maven. */
    public CurrentMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("current").flag("--check-heads", checkHeads);
    }
}
