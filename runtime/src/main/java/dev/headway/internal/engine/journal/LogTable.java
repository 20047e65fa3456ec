package dev.headway.internal.engine.journal;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.IncompatibleTableException;
import dev.headway.graph.Direction;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.ProcessIdentity;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.TableLookup;
import dev.headway.internal.engine.connection.TimeColumn;
import dev.headway.internal.engine.connection.Timestamps;
import dev.headway.internal.engine.lock.MigrationLock;
import dev.headway.progress.LogAction;
import dev.headway.progress.LogEntry;
import dev.headway.progress.Outcome;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.Constraint;
import dev.headway.schema.Identity;
import dev.headway.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code headway_log}: one row for every attempted step and every stamp, never deleted. It is also the journal of
 * steps whose statements are committed one by one: {@code statements} is the number of completed statements, {@code
 * digest} identifies them, {@code next_statement} says what is known about the statement after them, and {@code next_digest}
 * identifies that one together with them.
 */
public final class LogTable {
    public static final String NAME = "headway_log";

    private static final String NEXT = "next_statement";
    private static final String NEXT_DIGEST = "next_digest";

    /** The columns that tables of earlier versions lack, and their types. */
    private static final Map<String, String> LATER = Map.of(NEXT, "varchar(9)", NEXT_DIGEST, "varchar(64)");

    private static final Column STARTED_AT =
            Column.of("started_at", Plain.TIMESTAMPTZ).notNull();

    private static final Column ENDED_AT = Column.of("ended_at", Plain.TIMESTAMPTZ);

    public static final Table DEFINITION = new Table(
            NAME,
            List.of(
                    Column.of("id", Plain.BIGINT).numbered(Identity.BY_DEFAULT),
                    Column.of("revision", RevisionTable.REVISION_TYPE).notNull(),
                    Column.of("direction", new Varchar(9)).notNull(),
                    STARTED_AT,
                    ENDED_AT,
                    Column.of("outcome", new Varchar(9)).notNull(),
                    Column.of("statements", Plain.INTEGER).notNull(),
                    Column.of("digest", new Varchar(64)),
                    Column.of("error", Plain.TEXT),
                    Column.of("run_by", new Varchar(255)).notNull(),
                    Column.of("run_on", new Varchar(255)).notNull(),
                    Column.of(NEXT, new Varchar(9)),
                    Column.of(NEXT_DIGEST, new Varchar(64))),
            List.of(new Constraint.PrimaryKey(null, List.of("id"))));

    private final Session session;
    private final ProcessIdentity process;
    private final MigrationLock lock;
    private final String table;
    private final String time;
    private final String insert;

    /** Creates a log that is only written while {@code process} holds {@code lock}. */
    public LogTable(ProcessIdentity process, MigrationLock lock) {
        this.session = lock.working();
        this.process = process;
        this.lock = lock;
        this.table = session.statements().table(NAME);
        this.time = session.statements().time();
        this.insert = "INSERT INTO " + table
                + " (revision, direction, started_at, ended_at, outcome, statements, digest, error, run_by, run_on, "
                + NEXT + ", " + NEXT_DIGEST + ") VALUES (?, ?, " + time + ", " + time + ", ?, ?, ?, ?, ?, ?, ?, ?)";
    }

    /** Returns all rows, in order; an empty list if the table is missing. */
    public static List<LogEntry> read(Connection connection) throws SQLException {
        if (!TableLookup.hasTable(connection, NAME)) {
            return List.of();
        }
        DetectedDatabase database = Databases.detect(connection);
        TimeColumn started = TimeColumn.of(STARTED_AT, database);
        TimeColumn ended = TimeColumn.of(ENDED_AT, database);
        List<LogEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + NAME + ".*, " + started.sql() + " AS start_time, "
                        + ended.sql() + " AS end_time FROM " + NAME + " ORDER BY id")) {
            while (rows.next()) {
                entries.add(new LogEntry(
                        rows.getLong("id"),
                        rows.getString("revision"),
                        LogAction.of(rows.getString("direction")),
                        Objects.requireNonNull(started.read(rows, "start_time")),
                        Optional.ofNullable(ended.read(rows, "end_time")),
                        Outcome.of(rows.getString("outcome")),
                        rows.getInt("statements"),
                        Optional.ofNullable(rows.getString("error")),
                        rows.getString("run_by"),
                        rows.getString("run_on")));
            }
        }
        return entries;
    }

    /**
     * Returns the last attempts of the steps that are not complete, by revision and in order. Adds the columns that earlier
     * versions of Headway did not create, so it must be called before anything is recorded.
     *
     * @throws IncompatibleTableException if another version of Headway recorded one of them
     */
    public Map<String, PreviousAttempt> interrupted() {
        try {
            Interrupted interrupted = Interrupted.read(session.connection(), table);
            for (String column : interrupted.missing()) {
                session.statements().update("ALTER TABLE " + table + " ADD COLUMN " + column + " " + LATER.get(column));
            }
            return interrupted.attempts();
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot read " + NAME, e);
        }
    }

    /**
     * Returns the same as {@link #interrupted()}, without writing; none if the table is missing.
     *
     * @throws IncompatibleTableException if another version of Headway recorded one of them
     */
    public static Map<String, PreviousAttempt> readInterrupted(Connection connection) throws SQLException {
        return TableLookup.hasTable(connection, NAME)
                ? Interrupted.read(connection, NAME).attempts()
                : Map.of();
    }

    /**
     * The last attempts of the steps that are not complete.
     *
     * @param attempts the attempts by revision
     * @param missing the columns that the table lacks, because an earlier version created it
     */
    private record Interrupted(Map<String, PreviousAttempt> attempts, Set<String> missing) {
        static Interrupted read(Connection connection, String table) throws SQLException {
            Map<String, PreviousAttempt> attempts = new LinkedHashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(unfinished(table))) {
                Set<String> missing = missing(rows.getMetaData());
                while (rows.next()) {
                    PreviousAttempt attempt = readAttempt(rows, missing);
                    attempts.put(attempt.revision(), attempt);
                }
                return new Interrupted(attempts, missing);
            }
        }

        private static Set<String> missing(ResultSetMetaData columns) throws SQLException {
            Set<String> missing = new TreeSet<>(LATER.keySet());
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                missing.remove(columns.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return missing;
        }
    }

    private static String unfinished(String table) {
        return "SELECT attempt.* FROM " + table
                + " attempt WHERE attempt.outcome NOT IN ('done', 'settled') AND NOT EXISTS"
                + " (SELECT 1 FROM " + table
                + " later WHERE later.revision = attempt.revision AND later.id > attempt.id) ORDER BY attempt.id";
    }

    private static PreviousAttempt readAttempt(ResultSet row, Set<String> missing) throws SQLException {
        long id = row.getLong("id");
        String direction = row.getString("direction");
        String outcome = row.getString("outcome");
        LogAction action = LogAction.of(direction);
        if (action != LogAction.UPGRADE && action != LogAction.DOWNGRADE) {
            throw unknown(id, "direction", direction);
        }
        if (Outcome.of(outcome) == Outcome.UNKNOWN) {
            throw unknown(id, "outcome", outcome);
        }
        String text = missing.contains(NEXT) ? null : row.getString(NEXT);
        NextStatement next = NextStatement.of(text, Outcome.of(outcome));
        if (next == null) {
            throw unknown(id, NEXT, String.valueOf(text));
        }
        return new PreviousAttempt(
                id,
                row.getString("revision"),
                action == LogAction.UPGRADE ? Direction.UPGRADE : Direction.DOWNGRADE,
                Outcome.of(outcome),
                row.getInt("statements"),
                row.getString("digest"),
                next,
                missing.contains(NEXT_DIGEST) ? null : row.getString(NEXT_DIGEST));
    }

    private static IncompatibleTableException unknown(long id, String column, String text) {
        return new IncompatibleTableException("Row " + id + " of " + NAME + " has the " + column + " '" + text
                + "', which this version of Headway does not know: a newer version of Headway wrote it, or somebody changed"
                + " it by hand. Nothing was run. Use the version that wrote it, or a newer one, or correct the row.");
    }

    /**
     * Records the start of a step, after the completed statements of an earlier attempt, and what is known about the next one;
     * returns the id of the row.
     */
    public long recordStart(
            Step step,
            Instant start,
            int statements,
            @Nullable String digest,
            NextStatement next,
            @Nullable String nextDigest) {
        return session.inTransaction(() -> {
            lock.hold();
            return session.statements()
                    .insert(
                            insert,
                            step.revision().id(),
                            action(step).text(),
                            Timestamps.of(start),
                            null,
                            Outcome.RUNNING.text(),
                            statements,
                            digest,
                            null,
                            process.user(),
                            process.process(),
                            next.text(),
                            nextDigest);
        });
    }

    /** Records the completed statements of the step in row {@code id}, and what is known about the next one. */
    public void recordProgress(
            long id, int statements, @Nullable String digest, NextStatement next, @Nullable String nextDigest) {
        lock.update(
                "UPDATE " + table + " SET statements = ?, digest = ?, " + NEXT + " = ?, " + NEXT_DIGEST
                        + " = ? WHERE id = ?",
                statements,
                digest,
                next.text(),
                nextDigest,
                id);
    }

    /** Records that the statement after the completed ones of row {@code id} is about to be executed, and which one it is. */
    public void recordBegun(long id, @Nullable String nextDigest) {
        lock.update(
                "UPDATE " + table + " SET " + NEXT + " = ?, " + NEXT_DIGEST + " = ? WHERE id = ?",
                NextStatement.BEGUN.text(),
                nextDigest,
                id);
    }

    /** Records a decision about the interrupted step in row {@code id}. */
    public void recordDecision(long id, PreviousAttempt.Decision decision) {
        lock.update(
                "UPDATE " + table + " SET outcome = ?, " + NEXT + " = ? WHERE id = ?",
                decision.outcome().text(),
                decision.next().text(),
                id);
    }

    /** Records that the step in row {@code id} is complete, with its last statement. */
    public void recordDone(long id, Instant end, int statements, @Nullable String digest) {
        lock.update(
                "UPDATE " + table + " SET ended_at = " + time + ", outcome = ?, statements = ?, digest = ?, " + NEXT
                        + " = ?, " + NEXT_DIGEST + " = NULL WHERE id = ?",
                Timestamps.of(end),
                Outcome.DONE.text(),
                statements,
                digest,
                NextStatement.UNTRIED.text(),
                id);
    }

    /** Records that the step in row {@code id} stopped, and what is known about the statement after the completed ones. */
    public void recordStop(long id, Instant end, @Nullable String error, NextStatement next) {
        lock.update(
                "UPDATE " + table + " SET ended_at = " + time + ", outcome = ?, error = ?, " + NEXT
                        + " = ? WHERE id = ?",
                Timestamps.of(end),
                (next == NextStatement.BEGUN ? Outcome.DOUBTFUL : Outcome.FAILED).text(),
                error,
                next.text(),
                id);
    }

    /** Records a complete step that ran in one transaction. */
    public void recordDone(Step step, Instant start, int statements) {
        insert(step.revision().id(), action(step), start, Outcome.DONE, statements, null, null);
    }

    /** Records a failed step whose transaction was rolled back. */
    public void recordRollback(Step step, Instant start, String error) {
        insert(step.revision().id(), action(step), start, Outcome.FAILED, 0, StatementDigest.NOTHING, error);
    }

    /** Records a failed step whose migration ended the transaction itself, so it is unknown what was committed. */
    public void recordEndedTransaction(Step step, Instant start, String error) {
        insert(step.revision().id(), action(step), start, Outcome.FAILED, 0, null, error);
    }

    /** Records that a revision was marked as applied or not applied. */
    public void recordStamp(String revision, boolean applied) {
        insert(revision, applied ? LogAction.STAMP : LogAction.UNSTAMP, Instant.now(), Outcome.DONE, 0, null, null);
    }

    private void insert(
            String revision,
            LogAction action,
            Instant start,
            Outcome outcome,
            int statements,
            @Nullable String digest,
            @Nullable String error) {
        session.inTransaction(() -> {
            lock.hold();
            return session.statements()
                    .update(
                            insert,
                            revision,
                            action.text(),
                            Timestamps.of(start),
                            Timestamps.of(Instant.now()),
                            outcome.text(),
                            statements,
                            digest,
                            error,
                            process.user(),
                            process.process(),
                            NextStatement.UNTRIED.text(),
                            null);
        });
    }

    private static LogAction action(Step step) {
        return step.direction() == Direction.UPGRADE ? LogAction.UPGRADE : LogAction.DOWNGRADE;
    }
}
