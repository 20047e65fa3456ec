package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a revision that joins heads. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class MergeMojo extends HeadwayMojo {
    /** The revisions to join, separated by commas; all heads by default. */
    @Parameter(property = "revisions", defaultValue = "heads")
    private String revisions = "heads";

    /** The message; the class is named after it. */
    @Parameter(property = "message")
    private @Nullable String message;

    /** A label for the branch that starts with it. */
    @Parameter(property = "branchLabel")
    private @Nullable String branchLabel;

    /** Its id, instead of a random one. */
    @Parameter(property = "revId")
    private @Nullable String revId;

    /** Made by Maven. */
    public MergeMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("merge")
                .words(revisions)
                .with("--message", message)
                .with("--branch-label", branchLabel)
                .with("--rev-id", revId);
    }
}
