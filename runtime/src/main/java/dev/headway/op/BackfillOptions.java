package dev.headway.op;

import dev.headway.op.Operation.Backfill;
import dev.headway.sql.NamedSql;
import dev.headway.sql.SecretMask;
import dev.headway.sql.SqlSyntax;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code backfill}.
 *
 * @since 0.1
 */
public final class BackfillOptions {
    private final String sql;
    private final NamedSql named;
    private @Nullable BackfillBatches batches;

    BackfillOptions(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.named = NamedSql.parse(sql, syntax);
    }

    /**
     * Divides a table into batches by a column of whole numbers. The statement gets {@code :from} and {@code :to}, both
     * inclusive, until it has run for all numbers from the smallest to the largest that the column had at the start. Wide
     * gaps cost nothing. The column needs an index.
     */
    public BackfillBatches byKey(String table, String column) {
        batches = Once.set("byKey(…)", batches, new BackfillBatches(table, column));
        return batches;
    }

    Backfill operation() {
        Set<String> names = Set.copyOf(named.names());
        if (batches == null) {
            if (!names.isEmpty()) {
                throw new IllegalArgumentException(
                        "A backfill fills in numbers only with byKey(…), but the statement has " + named.names() + ": "
                                + SecretMask.ofSql(sql).mask(sql));
            }
            return new Backfill(sql, null, null, BackfillBatches.USUAL_SIZE);
        }
        if (!names.equals(Set.of("from", "to"))) {
            throw new IllegalArgumentException(
                    "The statement of a backfill by key needs :from and :to and no other name," + " but has "
                            + named.names() + ": " + SecretMask.ofSql(sql).mask(sql));
        }
        return new Backfill(sql, batches.table(), batches.key(), batches.size());
    }
}
