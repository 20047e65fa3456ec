package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows all that is known of revisions. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ShowMojo extends HeadwayMojo {
    /** Which: head, heads, an id. */
    @Parameter(property = "revision", defaultValue = "head")
    private String revision = "head";

    /** Made by Maven. */
    public ShowMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("show").words(revision);
    }
}
