package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows the revisions, the newest first. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HistoryMojo extends HeadwayMojo {
    /** The revisions to show: a:b, a:, :b, -3:current. */
    @Parameter(property = "range")
    private @Nullable String range;

    /** Mark the current revisions of the database; requires compiled revisions. */
    @Parameter(property = "indicateCurrent", defaultValue = "false")
    private boolean indicateCurrent;

    /** Draw the branches beside the revisions. */
    @Parameter(property = "graph", defaultValue = "false")
    private boolean graph;

    /** Draw a picture: svg, mermaid or dot. */
    @Parameter(property = "format")
    private @Nullable String format;

    /** Write to a file. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Made by Maven. */
    public HistoryMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("history")
                .with("--rev-range", range)
                .flag("--indicate-current", indicateCurrent)
                .flag("--graph", graph)
                .with("--format", format)
                .with("--output", output);
    }
}
