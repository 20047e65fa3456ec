package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows all steps that were run on the database. */
@Mojo(name = "log", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class LogMojo extends HeadwayMojo {
    /** Made by Maven. */
    public LogMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("log");
    }
}
