package dev.headway.cli;

import dev.headway.project.NewRevision;
import dev.headway.project.Project;
import java.nio.file.Path;
import java.util.Map;

/** Tells of a revision that was written. */
final class Written {
    private Written() {}

    static void tell(Root root, Project project, NewRevision revision, Path file) {
        Path shown = project.directory().relativize(file);
        if (root.json()) {
            root.answer(Map.of("revision", revision.id(), "file", shown.toString()));
        } else {
            root.tell("Wrote " + shown + " (" + root.terminal().id(revision.id()) + ")");
        }
    }
}
