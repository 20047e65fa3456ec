package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows the heads of the history. */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HeadsMojo extends HeadwayMojo {
    /** Omit heads that other heads depend on. */
    @Parameter(property = "resolveDependencies", defaultValue = "false")
    private boolean resolveDependencies;

    /** Made by Maven. */
    public HeadsMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("heads").flag("--resolve-dependencies", resolveDependencies);
    }
}
