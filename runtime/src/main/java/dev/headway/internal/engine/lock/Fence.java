package dev.headway.internal.engine.lock;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.connection.HeadwayStatements;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The row {@code fence} of {@code headway_lease}, during one term. A process that acquires the lock begins the next term, so it
 * ends the term of a process that lost the lock without noticing. All later writes of that process are refused.
 */
final class Fence {
    /** How long an answer of the database counts. */
    private static final Duration RECENT = Duration.ofSeconds(1);

    private final HeadwayStatements statements;
    private final DetectedDatabase database;
    private final long term;
    private long checkedAt = System.nanoTime();

    /** Creates the fence of a term that has begun. */
    Fence(HeadwayStatements statements, DetectedDatabase database, long term) {
        this.statements = statements;
        this.database = database;
        this.term = term;
    }

    /** Locks the row until the transaction ends. */
    void hold() {
        try {
            if (LeaseTable.updateFence(statements, term)) {
                checkedAt = System.nanoTime();
                return;
            }
        } catch (DatabaseAccessException e) {
            if (!(e.getCause() instanceof SQLException refused)
                    || !database.type().errorCodes().isConstraintViolation(refused)) {
                throw e;
            }
        }
        throw lost();
    }

    /** Asks the database whether the term lasts, unless it answered a moment ago. */
    void check() {
        if (System.nanoTime() - checkedAt >= RECENT.toNanos()) {
            hold();
        }
    }

    /** Updates rows if the term lasts, in one statement. */
    void update(String sql, @Nullable Object... arguments) {
        if (statements.update(sql + " AND " + LeaseTable.isTerm(statements, term), arguments) == 0) {
            hold(); // some drivers count only rows that change
        } else {
            checkedAt = System.nanoTime();
        }
    }

    private static LockLostException lost() {
        return new LockLostException(
                "Another process took over the migration of this database, because this process lost its lock: it was"
                        + " paused, or its connection to the database ended. Completed statements that were recorded stay."
                        + " The last statement was not recorded; the other process detects whether it ran, and resumes."
                        + " Nothing more is run here. headway log shows the progress of the other process.");
    }
}
