package dev.headway.internal.engine;

import dev.headway.graph.Direction;
import dev.headway.graph.Step;
import dev.headway.progress.LogEntry;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.Constraint;
import dev.headway.schema.Identity;
import dev.headway.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code headway_log}: one row for every step tried, never deleted. For steps whose statements the database
 * commits one by one it is the journal too: {@code statements} counts those that are done, and {@code digest} tells
 * which they were.
 */
final class StepLog {
    static final String NAME = "headway_log";

    static final Table DEFINITION = new Table(
            NAME,
            List.of(
                    Column.of("id", Plain.BIGINT).numbered(Identity.BY_DEFAULT),
                    Column.of("revision", HistoryTable.REVISION_TYPE).notNull(),
                    Column.of("direction", new Varchar(9)).notNull(),
                    Column.of("started_at", Plain.TIMESTAMPTZ).notNull(),
                    Column.of("ended_at", Plain.TIMESTAMPTZ),
                    Column.of("outcome", new Varchar(9)).notNull(),
                    Column.of("statements", Plain.INTEGER).notNull(),
                    Column.of("digest", new Varchar(64)),
                    Column.of("error", Plain.TEXT),
                    Column.of("run_by", new Varchar(255)).notNull(),
                    Column.of("run_on", new Varchar(255)).notNull()),
            List.of(new Constraint.PrimaryKey(null, List.of("id"))));

    private static final String INSERT = "INSERT INTO " + NAME
            + " (revision, direction, started_at, ended_at, outcome, statements, digest, error, run_by, run_on)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UNFINISHED = "SELECT id, revision, direction, outcome, statements, digest FROM " + NAME
            + " tried WHERE outcome NOT IN ('done', 'settled') AND NOT EXISTS"
            + " (SELECT 1 FROM " + NAME + " later WHERE later.revision = tried.revision AND later.id > tried.id)";

    /** How a step that was tried came out, as the table has it. */
    enum Outcome {
        /** Under way, or the process died. */
        RUNNING,
        /** Done whole. */
        DONE,
        /** Failed. */
        FAILED,
        /** Failed at a statement that an earlier try, which died, may have run. */
        DOUBTFUL,
        /** Stopped, and the statement behind those that are noted is done too: somebody looked. */
        RESUMED,
        /** Stopped or failed, and cleared up by hand: the step begins anew. */
        SETTLED;

        String inDatabase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The last try of a step that is not done.
     *
     * @param id the row
     * @param revision the id of the revision
     * @param direction which way the step went
     * @param outcome {@link Outcome#RUNNING} if the process died
     * @param statements how many statements are in the database
     * @param digest which they were; null if that is not known
     */
    record Unfinished(
            long id,
            String revision,
            Direction direction,
            Outcome outcome,
            int statements,
            @Nullable String digest) {

        /** Returns whether only somebody who looks can tell what is done: the process died, or a handle was used. */
        boolean isInDoubt() {
            return outcome == Outcome.RUNNING || outcome == Outcome.DOUBTFUL || digest == null;
        }

        /**
         * Returns why {@code step}, of this revision or another one, cannot be tried after this, with the way out;
         * nothing if it can.
         */
        Optional<String> obstacle(Step step) {
            boolean turnsBack = direction != step.direction();
            if (digest == null && (turnsBack || revision.equals(step.revision().id()))) {
                return Optional.of("Revision " + revision + " stopped in the middle of its " + name(direction)
                        + ", at row " + id + " of " + NAME
                        + ", after it had asked for handle(): what it did then is not"
                        + " known, so Headway neither goes on nor begins anew. Nothing was run. If all of it is there, say"
                        + " headway stamp " + revision
                        + ". If not, bring the database by hand to where it was before the"
                        + " step, then say headway retry.");
            }
            if (statements > 0 && turnsBack) {
                return Optional.of("Revision " + revision + " stopped in the middle of its " + name(direction)
                        + ", with " + statements + " statement(s) done (row " + id + " of " + NAME + "), so no "
                        + name(step.direction()) + " can begin. Nothing was run. Finish the " + name(direction)
                        + " first, or " + settle(id));
            }
            return Optional.empty();
        }

        private static String name(Direction direction) {
            return direction.name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;
    private final Executor executor;
    private final MigrationLock lock;

    /** Makes a log that is written only while the lock is held. */
    StepLog(Session session, Executor executor, MigrationLock lock) {
        this.session = session;
        this.executor = executor;
        this.lock = lock;
    }

    /** Returns how to clear up by hand what the try in row {@code id} left; only the last try of a step counts. */
    static String settle(long id) {
        return "bring the database by hand to where it was before the step, then UPDATE " + NAME
                + " SET outcome = 'settled' WHERE id = " + id + ".";
    }

    /** Returns all rows, in order; none where the table is missing. */
    static List<LogEntry> read(Connection connection) throws SQLException {
        if (!Catalog.hasTable(connection, NAME)) {
            return List.of();
        }
        List<LogEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + NAME + " ORDER BY id")) {
            while (rows.next()) {
                entries.add(new LogEntry(
                        rows.getLong("id"),
                        rows.getString("revision"),
                        rows.getString("direction"),
                        Timestamps.read(rows, "started_at"),
                        rows.getString("ended_at") == null
                                ? Optional.empty()
                                : Optional.of(Timestamps.read(rows, "ended_at")),
                        rows.getString("outcome"),
                        rows.getInt("statements"),
                        Optional.ofNullable(rows.getString("error")),
                        rows.getString("run_by"),
                        rows.getString("run_on")));
            }
        }
        return entries;
    }

    /** Returns the steps whose last try is not done, by revision. */
    Map<String, Unfinished> unfinished() {
        Map<String, Unfinished> unfinished = new HashMap<>();
        session.own()
                .rows(
                        UNFINISHED,
                        row -> new Unfinished(
                                row.getLong("id"),
                                row.getString("revision"),
                                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                                row.getInt("statements"),
                                row.getString("digest")))
                .forEach(step -> unfinished.put(step.revision(), step));
        return unfinished;
    }

    /** Notes a step that begins, with the statements of an earlier try that it goes on from; returns its row. */
    long start(Step step, Instant start, int statements, @Nullable String digest) {
        return locked(() -> session.own()
                .insert(
                        INSERT,
                        step.revision().id(),
                        direction(step),
                        Timestamps.of(start),
                        null,
                        Outcome.RUNNING.inDatabase(),
                        statements,
                        digest,
                        null,
                        executor.user(),
                        executor.place()));
    }

    /** Notes in its row how far a step has come. */
    void progress(long id, int statements, @Nullable String digest) {
        update("UPDATE " + NAME + " SET statements = ?, digest = ? WHERE id = ?", statements, digest, id);
    }

    /** Notes in its row what somebody decided about a step that stopped. */
    void decide(long id, Outcome outcome) {
        update("UPDATE " + NAME + " SET outcome = ? WHERE id = ?", outcome.inDatabase(), id);
    }

    /** Notes in its row that a step is done whole, with its last statement. */
    void done(long id, Instant end, int statements, @Nullable String digest) {
        update(
                "UPDATE " + NAME + " SET ended_at = ?, outcome = ?, statements = ?, digest = ? WHERE id = ?",
                Timestamps.of(end),
                Outcome.DONE.inDatabase(),
                statements,
                digest,
                id);
    }

    /** Notes in its row how a step ended that is not done. */
    void end(long id, Instant end, Outcome outcome, @Nullable String error) {
        update(
                "UPDATE " + NAME + " SET ended_at = ?, outcome = ?, error = ? WHERE id = ?",
                Timestamps.of(end),
                outcome.inDatabase(),
                error,
                id);
    }

    /** Notes a step that began and ended in one transaction, and is in the database whole. */
    void done(Step step, Instant start, int statements) {
        insert(step.revision().id(), direction(step), start, Outcome.DONE, statements, null, null);
    }

    /** Notes a step that failed, and took its transaction with it. */
    void rolledBack(Step step, Instant start, String error) {
        insert(step.revision().id(), direction(step), start, Outcome.FAILED, 0, Digest.NOTHING, error);
    }

    /** Notes that a revision counts as applied, or not, from now on, without having been run. */
    void stamped(String revision, boolean applied) {
        insert(revision, applied ? "stamp" : "unstamp", Instant.now(), Outcome.DONE, 0, null, null);
    }

    private void insert(
            String revision,
            String direction,
            Instant start,
            Outcome outcome,
            int statements,
            @Nullable String digest,
            @Nullable String error) {
        update(
                INSERT,
                revision,
                direction,
                Timestamps.of(start),
                Timestamps.of(Instant.now()),
                outcome.inDatabase(),
                statements,
                digest,
                error,
                executor.user(),
                executor.place());
    }

    private void update(String sql, @Nullable Object... arguments) {
        locked(() -> session.own().update(sql, arguments));
    }

    private <T> T locked(Supplier<T> write) {
        if (!lock.fences()) {
            return write.get();
        }
        return session.inTransaction(() -> {
            requireLock();
            return write.get();
        });
    }

    /** Has the transaction that is open, or the next statement, depend on the lock. */
    void requireLock() {
        lock.require(session);
    }

    private static String direction(Step step) {
        return Unfinished.name(step.direction());
    }
}
