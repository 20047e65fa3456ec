package dev.headway.internal.engine;

import dev.headway.internal.engine.journal.AppliedRevisions;
import java.sql.SQLException;

/** Work on a database that requires the lock. */
@FunctionalInterface
interface LockedTask<T> {
    /**
     * Does the work, and returns its result.
     *
     * @param applied the revisions that are applied, read under the lock
     */
    T run(LockedSession locked, AppliedRevisions applied) throws SQLException;
}
