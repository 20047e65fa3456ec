package dev.headway.database;

import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to run.
 *
 * @param sql the statement without a terminator
 * @param rows what stands for its {@code ?}, once for each time that it is run; where there are none it is run once, and a
 *     {@code ?} is no placeholder
 * @param transactional whether it can run inside a transaction
 * @param forSession whether it concerns the connection only, and so must be run again when a step is gone on with
 * @param batches how it is run batch by batch; null if it is not
 * @param added what it adds under a name that the database chooses; null if that is nothing
 * @param known what a later try of its step knows it by; not always {@code sql}, which may depend on what the database has
 */
public record SqlStatement(
        String sql,
        List<List<@Nullable Object>> rows,
        boolean transactional,
        boolean forSession,
        @Nullable Batches batches,
        @Nullable Added added,
        String known) {

    /**
     * A constraint without a name, on a column that the statement before added.
     *
     * @param table the table
     * @param column the column
     * @param constraint the constraint
     */
    public record Added(String table, String column, Constraint constraint) {
        /** Returns whether it is there: no other can concern a column that is so new. */
        public boolean isIn(LiveSchema live) {
            return live.table(table).stream()
                    .flatMap(found -> found.constraints().stream())
                    .anyMatch(found -> found.getClass() == constraint.getClass() && concerns(found));
        }

        private boolean concerns(Constraint found) {
            return found instanceof Constraint.Check check
                    ? check.condition().toLowerCase(Locale.ROOT).contains(column.toLowerCase(Locale.ROOT))
                    : found.columns().equals(List.of(column));
        }
    }

    /** Makes a statement that is not run batch by batch. */
    public SqlStatement(String sql, List<List<@Nullable Object>> rows, boolean transactional, boolean forSession) {
        this(sql, rows, transactional, forSession, null, null, sql);
    }

    /** Returns a statement without arguments that can run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of(), true, false);
    }

    /** Returns this statement as one that cannot run inside a transaction. */
    public SqlStatement outsideTransaction() {
        return new SqlStatement(sql, rows, false, forSession, batches, added, known);
    }

    /** Returns this statement as one that is run batch by batch. */
    public SqlStatement inBatches(Batches batches) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, added, known);
    }

    /** Returns this statement as one that a later try of its step knows by this. */
    public SqlStatement knownAs(String known) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, added, known);
    }

    /** Returns this statement as one that adds a constraint which the database names. */
    public SqlStatement adding(Added addition) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, addition, known);
    }
}
