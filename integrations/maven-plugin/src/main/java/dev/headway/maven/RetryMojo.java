package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Marks the interrupted statement of a revision as not executed. */
@Mojo(name = "retry", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RetryMojo extends HeadwayMojo {
    /** The revision, or the beginning of its id; required if several are in doubt. */
    @Parameter(property = "revision")
    private @Nullable String revision;

    /** Made by Maven. */
    public RetryMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("retry").words(revision);
    }
}
