package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes one revision that stands for a range of them. */
@Mojo(name = "squash", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class SquashMojo extends HeadwayMojo {
    /** The revisions to replace, both ends included: a:b, or :b from the base. */
    @Parameter(property = "range", required = true)
    private String range = "";

    /** The message; the class is named after it. */
    @Parameter(property = "message")
    private @Nullable String message;

    /** Its id, instead of a random one. */
    @Parameter(property = "revId")
    private @Nullable String revId;

    /** A table whose rows you insert by hand. */
    @Parameter(property = "rowsByHand")
    private @Nullable String rowsByHand;

    /** A rename by raw SQL in the range: {@code account.nick=nickname}, or a table {@code account=customer}. */
    @Parameter(property = "rename")
    private @Nullable String rename;

    /** Made by Maven. */
    public SquashMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("squash")
                .words(range)
                .with("--message", message)
                .with("--rev-id", revId)
                .with("--rows-by-hand", rowsByHand)
                .with("--rename", rename);
    }
}
