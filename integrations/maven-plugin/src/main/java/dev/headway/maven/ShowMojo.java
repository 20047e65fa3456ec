package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows revisions in detail. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ShowMojo extends HeadwayMojo {
    /** The revision: head, heads, an id. */
    @Parameter(property = "revision", defaultValue = "head")
    private String revision = "head";

    /** Made by Maven. */
    public ShowMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("show").words(revision);
    }
}
