package dev.headway;

import dev.headway.engine.History;
import dev.headway.graph.Direction;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import java.util.function.Function;

/** Makes the migration of a step, and asks it for the direction of the step. */
final class Migrating implements Function<Step, Directives> {
    private final History history;

    Migrating(History history) {
        this.history = history;
    }

    @Override
    public Directives apply(Step step) {
        Migration migration = (Migration) history.newMigration(step.revision().id());
        return step.direction() == Direction.UPGRADE ? migration::upgrade : migration::downgrade;
    }
}
