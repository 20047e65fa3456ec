package dev.headway.cli;

import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.project.Project;
import java.nio.file.Path;
import java.util.Map;

/** Tells of a revision that was written. */
final class RevisionFileReport {
    private RevisionFileReport() {}

    static void tell(RootCommand root, Project project, NewRevision revision, Path file) {
        Path shown = project.directory().relativize(file);
        if (root.json()) {
            root.answer(Map.of("revision", revision.id(), "file", shown.toString()));
        } else {
            root.tell("Wrote " + shown + " (" + root.terminal().id(revision.id()) + ")");
        }
    }
}
