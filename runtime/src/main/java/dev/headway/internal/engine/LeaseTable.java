package dev.headway.internal.engine;

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
 * The table {@code headway_lease}: who migrates a database of several servers. It has two rows. {@code pulse} changes as long as
 * its holder lives; {@code fence} changes with whatever the holder notes. A transaction may keep the fence for long, which
 * must not keep the pulse from beating.
 */
final class LeaseTable {
    private static final String NAME = "headway_lease";
    private static final String LOOK = "SELECT term, beats, held_by, held_since FROM " + NAME + " WHERE name = 'pulse'";
    private static final int LONGEST_HOLDER = 255;

    static final Table DEFINITION = new Table(
            NAME,
            List.of(
                    Column.of("name", new Varchar(5)).notNull(),
                    Column.of("term", Plain.BIGINT).notNull(),
                    Column.of("beats", Plain.BIGINT).notNull(),
                    Column.of("held_by", new Varchar(LONGEST_HOLDER)),
                    Column.of("held_since", Plain.TIMESTAMPTZ)),
            List.of(new Constraint.PrimaryKey(null, List.of("name"))));

    /**
     * The holder, as far as it is seen.
     *
     * @param term how often the lease was taken
     * @param beats how often its holders were heard
     * @param holder who has it, and since when; null if nobody does
     */
    record Pulse(long term, long beats, @Nullable String holder) {}

    private LeaseTable() {}

    /** Returns what is seen of the holder; nothing before anybody held it. */
    static Optional<Pulse> look(OwnStatements own) {
        return own
                .rows(LOOK, row -> {
                    String holder = row.getString("held_by");
                    return new Pulse(
                            row.getLong("term"),
                            row.getLong("beats"),
                            holder == null ? null : holder + ", since " + Timestamps.read(row, "held_since"));
                })
                .stream()
                .findFirst();
    }

    /** Makes the rows of a lease that nobody holds. */
    static Pulse begin(OwnStatements own) {
        own.update("INSERT INTO " + NAME + " (name, term, beats) VALUES ('pulse', 0, 0), ('fence', 0, 0)");
        return new Pulse(0, 0, null);
    }

    /** Begins the next term, in a transaction; returns whether nobody was heard since {@code from}, so that it began. */
    static boolean take(OwnStatements own, Pulse from, Executor holder) {
        int begun = own.update(
                "UPDATE " + NAME + " SET term = term + 1, held_by = ?, held_since = ?"
                        + " WHERE name = 'pulse' AND term = ? AND beats = ?",
                clipped(holder.user() + " on " + holder.place()),
                Timestamps.of(Instant.now()),
                from.term(),
                from.beats());
        return begun == 1 && own.update("UPDATE " + NAME + " SET term = term + 1 WHERE name = 'fence'") == 1;
    }

    private static String clipped(String holder) {
        return holder.substring(0, Math.min(holder.length(), LONGEST_HOLDER));
    }

    /** Lets the holder be heard; returns whether it is still its term. */
    static boolean beat(OwnStatements own, long term) {
        return change(own, "pulse", term);
    }

    /** Has no other begin a term until the transaction ends; returns whether it is still this one. */
    static boolean fence(OwnStatements own, long term) {
        return change(own, "fence", term);
    }

    private static boolean change(OwnStatements own, String name, long term) {
        return own.update("UPDATE " + NAME + " SET beats = beats + 1 WHERE name = ? AND term = ?", name, term) == 1;
    }

    /** Ends a term. */
    static void end(OwnStatements own, long term) {
        own.update("UPDATE " + NAME + " SET held_by = NULL, held_since = NULL WHERE name = 'pulse' AND term = ?", term);
    }
}
