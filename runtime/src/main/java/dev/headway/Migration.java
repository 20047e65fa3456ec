package dev.headway;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.op.Operations;

/**
 * The change of one revision to the database, in both directions. Implementations are annotated with {@link Revision}.
 *
 * <p>Headway may call a migration only to record its operations, for a plan or a derived downgrade. So a migration must have no
 * effect except through {@code op}, and no state.
 */
public interface Migration {

    /** Changes the database from the state of the parent revisions to the state of this revision. */
    void upgrade(Operations op) throws Exception;

    /**
     * Reverts the change. The default records the operations of {@link #upgrade}, and applies their inverses in reverse order.
     *
     * @throws IrreversibleMigrationException if an operation of the upgrade has no inverse, before any statement runs
     */
    default void downgrade(Operations op) throws Exception {
        op.undo(this::upgrade);
    }
}
