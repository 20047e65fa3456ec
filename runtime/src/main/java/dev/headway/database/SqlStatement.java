package dev.headway.database;

import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is ready to run.
 *
 * @param sql the statement without a terminator
 * @param rows the arguments for its {@code ?}, one list for each execution; if empty, the statement runs once, and a {@code ?}
 *     isn't a placeholder
 * @param transactional whether it can run inside a transaction
 * @param forSession whether it only changes the session, so that a resumed step must run it again
 * @param batches how it runs in batches; null if it runs once
 * @param unnamed the constraint that it adds under a name that the database generates; null if there is none
 * @param journalKey the text by which a resumed step recognizes the statement. It is {@code sql}, unless that depends on the
 *     current schema and so may differ when the step resumes
 * @since 0.1
 */
public record SqlStatement(
        String sql,
        List<List<@Nullable Object>> rows,
        boolean transactional,
        boolean forSession,
        @Nullable Batches batches,
        @Nullable UnnamedConstraint unnamed,
        String journalKey) {

    /**
     * A constraint without a name, on a column that the previous statement added.
     *
     * @param table the table
     * @param column the column
     * @param constraint the constraint
     */
    public record UnnamedConstraint(String table, String column, Constraint constraint) {
        /** Returns whether the constraint exists. Since the column is new, any constraint of its kind on the column is this one. */
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

    /** Creates a statement that runs without batches. */
    public SqlStatement(String sql, List<List<@Nullable Object>> rows, boolean transactional, boolean forSession) {
        this(sql, rows, transactional, forSession, null, null, sql);
    }

    /** Returns a statement without arguments that can run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of(), true, false);
    }

    /** Returns this statement as one that must run outside a transaction. */
    public SqlStatement outsideTransaction() {
        return new SqlStatement(sql, rows, false, forSession, batches, unnamed, journalKey);
    }

    /** Returns this statement as one that runs in batches. */
    public SqlStatement inBatches(Batches batches) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, unnamed, journalKey);
    }

    /**
     * Returns this statement with another journal key. Use it if the SQL depends on the current schema: the key must be the
     * same when the step resumes, for example the operation as text.
     */
    public SqlStatement journaledAs(String journalKey) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, unnamed, journalKey);
    }

    /** Returns this statement as one that adds a constraint under a name that the database generates. */
    public SqlStatement addsUnnamed(UnnamedConstraint unnamed) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, unnamed, journalKey);
    }
}
