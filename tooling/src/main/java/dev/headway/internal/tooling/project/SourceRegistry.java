package dev.headway.internal.tooling.project;

import dev.headway.error.CommandException;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.util.List;

/** Revisions as sources declare them, compiled or not, which can be compared with a database but not run. */
record SourceRegistry(List<RevisionInfo> revisions) implements RevisionRegistry {

    @Override
    public Object newMigration(int index) {
        throw new CommandException("Revision " + revisions.get(index).describe()
                + " was read from its source, so it cannot be run. Nothing was run. Compile the project first.");
    }
}
