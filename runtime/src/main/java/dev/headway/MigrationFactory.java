package dev.headway;

import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Direction;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.internal.engine.History;
import dev.headway.op.Directives;
import java.util.function.Function;

/** Creates the migration of a step, and returns its method for the direction of the step. */
final class MigrationFactory implements Function<Step, Directives> {
    private final History history;

    MigrationFactory(History history) {
        this.history = history;
    }

    @Override
    public Directives apply(Step step) {
        Migration migration = migration(step.revision());
        return step.direction() == Direction.UPGRADE ? migration::upgrade : migration::downgrade;
    }

    private Migration migration(RevisionInfo revision) {
        try {
            return (Migration) history.newMigration(revision.id());
        } catch (RuntimeException e) {
            throw new MigrationFailedException(
                    revision.id(),
                    0,
                    "Revision " + revision.describe() + " cannot be instantiated: " + e
                            + "\nNothing was run, and the database is unchanged. Fix the constructor of the class.",
                    e);
        }
    }
}
