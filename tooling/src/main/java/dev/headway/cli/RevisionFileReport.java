package dev.headway.cli;

import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.project.Project;
import java.nio.file.Path;
import java.util.Map;

/** Reports a revision that was written. */
final class RevisionFileReport {
    private RevisionFileReport() {}

    static void report(RootCommand root, Project project, NewRevision revision, Path file) {
        Path shown = project.directory().relativize(file);
        if (root.json()) {
            root.printJson(Map.of("revision", revision.id(), "file", shown.toString()));
        } else {
            root.report("Wrote " + shown + " (" + root.terminal().id(revision.id()) + ")");
        }
    }
}
