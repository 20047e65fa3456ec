package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Opens the sources of revisions in $VISUAL or $EDITOR. */
@Mojo(name = "edit", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class EditMojo extends HeadwayMojo {
    /** The revision: head, an id. */
    @Parameter(property = "revision", defaultValue = "head")
    private String revision = "head";

    /** Made by Maven. */
    public EditMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("edit").words(revision);
    }
}
