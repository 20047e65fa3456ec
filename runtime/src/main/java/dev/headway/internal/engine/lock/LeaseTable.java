package dev.headway.internal.engine.lock;

import dev.headway.internal.engine.connection.HeadwayStatements;
import dev.headway.internal.engine.connection.ProcessIdentity;
import dev.headway.internal.engine.connection.TimeColumn;
import dev.headway.internal.engine.connection.Timestamps;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.Constraint;
import dev.headway.schema.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code headway_lease}: the process that migrates the database. It has two rows. {@code fence} changes with everything
 * that the process records, and when another process acquires the lock. {@code pulse} changes at short intervals while the
 * process lives; only a cluster of servers needs it. They are separate because a long transaction may lock the fence, and must
 * not stop the pulse.
 */
final class LeaseTable {
    private static final String NAME = "headway_lease";
    private static final int MAX_HOLDER_LENGTH = 255;

    private static final Column HELD_SINCE = Column.of("held_since", Plain.TIMESTAMPTZ);

    static final Table DEFINITION = new Table(
            NAME,
            List.of(
                    Column.of("name", new Varchar(5)).notNull(),
                    Column.of("term", Plain.BIGINT).notNull(),
                    Column.of("beats", Plain.BIGINT).notNull(),
                    Column.of("held_by", new Varchar(MAX_HOLDER_LENGTH)),
                    HELD_SINCE),
            List.of(new Constraint.PrimaryKey(null, List.of("name"))));

    /**
     * The row {@code pulse}.
     *
     * @param term how often the lease was acquired
     * @param beats how often its holders renewed it
     * @param holder the process that holds the lease, and since when; null if it is free
     */
    record Pulse(long term, long beats, @Nullable String holder) {}

    private LeaseTable() {}

    /** Returns the pulse; empty before the lease is acquired for the first time. */
    static Optional<Pulse> pulse(HeadwayStatements statements) {
        TimeColumn since = statements.time(HELD_SINCE);
        return statements
                .query(
                        "SELECT term, beats, held_by, " + since.sql() + " AS since FROM " + statements.table(NAME)
                                + " WHERE name = 'pulse'",
                        row -> {
                            String holder = row.getString("held_by");
                            return new Pulse(
                                    row.getLong("term"),
                                    row.getLong("beats"),
                                    holder == null ? null : holder + ", since " + since.read(row, "since"));
                        })
                .stream()
                .findFirst();
    }

    /** Inserts the rows of a free lease. */
    static Pulse insertRows(HeadwayStatements statements) {
        statements.update("INSERT INTO " + statements.table(NAME)
                + " (name, term, beats) VALUES ('pulse', 0, 0), ('fence', 0, 0)");
        return new Pulse(0, 0, null);
    }

    /** Begins the next term, in a transaction, unless the pulse has changed since {@code from}; returns whether it began. */
    static boolean acquire(HeadwayStatements statements, Pulse from, ProcessIdentity holder) {
        int updated = statements.update(
                "UPDATE " + statements.table(NAME) + " SET term = term + 1, held_by = ?, held_since = "
                        + statements.time() + " WHERE name = 'pulse' AND term = ? AND beats = ?",
                clipped(holder.user() + " on " + holder.process()),
                Timestamps.of(Instant.now()),
                from.term(),
                from.beats());
        return updated == 1
                && statements.update(
                                "UPDATE " + statements.table(NAME) + " SET term = ? WHERE name = 'fence'",
                                from.term() + 1)
                        == 1;
    }

    private static String clipped(String holder) {
        return holder.substring(0, Math.min(holder.length(), MAX_HOLDER_LENGTH));
    }

    /**
     * Begins the next term, in a transaction, for a process that holds another lock; returns its number.
     *
     * @param rowLock the clause that locks the rows of a query without waiting; empty if the database has none
     */
    static long beginTerm(HeadwayStatements statements, String rowLock) {
        String table = statements.table(NAME);
        if (!rowLock.isEmpty()) {
            statements.query("SELECT term FROM " + table + " WHERE name = 'fence'" + rowLock, row -> row.getLong(1));
        }
        if (statements.update("UPDATE " + table + " SET term = term + 1") == 0) {
            insertRows(statements);
        }
        return statements
                .query("SELECT term FROM " + table + " WHERE name = 'fence'", row -> row.getLong(1))
                .get(0);
    }

    /** Renews the lease; returns whether the term still lasts. */
    static boolean renew(HeadwayStatements statements, long term) {
        return statements.update(
                        "UPDATE " + statements.table(NAME) + " SET beats = beats + 1 WHERE name = 'pulse' AND term = ?",
                        term)
                == 1;
    }

    /**
     * Prevents other processes from beginning a term until the transaction ends. If the term is over, the row would get the name
     * of the other row, so every database raises an error. That way the statement can be sent together with those that depend on
     * it.
     *
     * @return false if the row is missing
     */
    static boolean updateFence(HeadwayStatements statements, long term) {
        return statements.update("UPDATE " + statements.table(NAME) + " SET beats = beats + 1,"
                        + " name = CASE WHEN term = " + term + " THEN 'fence' ELSE 'pulse' END WHERE name = 'fence'")
                == 1;
    }

    /** Returns the condition that a term lasts. */
    static String isTerm(HeadwayStatements statements, long term) {
        return "EXISTS (SELECT 1 FROM " + statements.table(NAME) + " WHERE name = 'fence' AND term = " + term + ")";
    }

    /** Ends a term. */
    static void release(HeadwayStatements statements, long term) {
        statements.update(
                "UPDATE " + statements.table(NAME)
                        + " SET held_by = NULL, held_since = NULL WHERE name = 'pulse' AND term = ?",
                term);
    }
}
