package dev.headway;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.op.Operations;

/**
 * One revision's change to the database, in both directions. Implementations are annotated with {@link Revision}.
 *
 * <p>Headway may ask a migration what it says without running it: to plan, or to derive a downgrade. So a migration acts
 * on the world through {@code op} alone, and is free of state.
 */
public interface Migration {

    /** Says how to get here from the revisions before. */
    void upgrade(Operations op) throws Exception;

    /**
     * Says how to get back. Unless it is overridden, this records what {@link #upgrade} says and applies the inverses in
     * reverse order.
     *
     * @throws IrreversibleMigrationException if the upgrade says something that has no inverse, before anything runs
     */
    default void downgrade(Operations op) throws Exception {
        op.undo(this::upgrade);
    }
}
