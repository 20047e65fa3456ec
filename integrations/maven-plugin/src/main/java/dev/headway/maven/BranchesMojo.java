package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows the revisions at which the history branches. */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class BranchesMojo extends HeadwayMojo {
    /** Made by Maven. */
    public BranchesMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("branches");
    }
}
