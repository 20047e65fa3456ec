package dev.headway.internal.tooling.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A revision that replaces others, and the changes of the source files of their successors. */
public final class PreparedSquash {
    private final Project project;
    private final List<FileChange> changes;

    PreparedSquash(Project project, List<FileChange> changes) {
        this.project = project;
        this.changes = changes;
    }

    /**
     * Writes the revision, then the files of the successors.
     *
     * @return the files, that of the revision first
     * @throws dev.headway.error.CommandException as {@link Project#write}, and if a file was edited since it was read
     */
    public List<Path> write(NewRevision squash) {
        changes.forEach(FileChange::requireUnedited);
        List<Path> written = new ArrayList<>();
        written.add(project.write(squash));
        changes.forEach(change -> written.add(change.write()));
        return written;
    }
}
