package dev.headway.cli;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.drawing.AppliedRevisions;
import dev.headway.internal.tooling.drawing.DrawingFormat;
import dev.headway.internal.tooling.drawing.TextDrawing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "history", description = "Show the revisions, the newest first.")
final class HistoryCommand implements Runnable {
    private static final String CURRENT = "current";

    private final RootCommand root;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "RANGE",
            description = "The revisions to show: a:b, a:, :b, -3:current, a:+2.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark the current revisions of the database.")
    private boolean indicateCurrent;

    @Option(names = "--graph", description = "Draw the branches beside the revisions.")
    private boolean graph;

    @Option(names = "--format", paramLabel = "FORMAT", description = "Draw a picture: svg, mermaid or dot.")
    private @Nullable DrawingFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file.")
    private @Nullable Path output;

    HistoryCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        boolean asks = indicateCurrent || (range != null && range.contains(CURRENT));
        RevisionLines lines = asks
                ? root.lines(root.reader())
                : root.lines(root.project().history().graph());
        String text = text(lines);
        if (output == null) {
            root.out().print(text);
        } else {
            write(output, text);
        }
    }

    private String text(RevisionLines lines) {
        List<RevisionInfo> revisions = revisions(lines);
        if (format != null) {
            return format.draw(history(revisions), new AppliedRevisions(lines.applied(), lines.current()));
        } else if (graph) {
            return new TextDrawing(lines::inDrawing).draw(history(revisions));
        }
        List<RevisionInfo> newestFirst = new ArrayList<>(revisions);
        Collections.reverse(newestFirst);
        if (root.json()) {
            return root.json(newestFirst.stream().map(lines::json).toList()) + "\n";
        }
        return newestFirst.stream()
                .map(revision -> (root.verbose() ? lines.whole(revision) : lines.inHistory(revision)) + "\n")
                .collect(Collectors.joining());
    }

    private List<RevisionInfo> revisions(RevisionLines lines) {
        if (range == null) {
            return lines.graph().revisions();
        }
        return range.contains(CURRENT)
                ? lines.graph().range(range, lines.applied())
                : lines.graph().range(range);
    }

    /** Returns revisions as a history of their own, cut off from those that are not among them. */
    private static RevisionGraph history(List<RevisionInfo> revisions) {
        Set<String> ids = revisions.stream().map(RevisionInfo::id).collect(Collectors.toSet());
        return RevisionGraph.of(revisions.stream()
                .map(revision ->
                        revision.after(among(ids, revision.down())).dependingOn(among(ids, revision.dependsOn())))
                .toList());
    }

    private static String[] among(Set<String> ids, List<String> references) {
        return references.stream().filter(ids::contains).toArray(String[]::new);
    }

    private void write(Path file, String text) {
        Path target = root.directory().resolve(file);
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
        root.report("Wrote " + file);
    }
}
