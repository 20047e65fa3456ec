package dev.headway.op;

import dev.headway.op.Operation.Backfill;
import dev.headway.sql.NamedSql;
import dev.headway.sql.SqlSyntax;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may follow {@code backfill}. */
public final class BackfillOptions {
    private final String sql;
    private final NamedSql named;
    private @Nullable String table;
    private @Nullable String key;
    private int batchSize = 1_000;

    BackfillOptions(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.named = NamedSql.parse(sql, syntax);
    }

    /**
     * Cuts the batches from a table by a column of whole numbers: the statement is given {@code :from} and {@code :to}, both
     * included, until it has been given all numbers from the smallest to the largest that there were at the beginning. Wide gaps cost
     * nothing; an index on the column is needed.
     */
    public BackfillOptions byKey(String table, String column) {
        this.table = table;
        key = column;
        return this;
    }

    /** Says how many numbers a batch by key has; 1,000 unless it is said. */
    public BackfillOptions batchSize(int numbers) {
        batchSize = numbers;
        return this;
    }

    Backfill operation() {
        Set<String> asked = Set.copyOf(named.names());
        if (key != null && !asked.equals(Set.of("from", "to"))) {
            throw new IllegalArgumentException(
                    "A backfill by key takes its batch from :from to :to, but asks for " + named.names() + ": " + sql);
        }
        if (key == null && !asked.isEmpty()) {
            throw new IllegalArgumentException(
                    "A backfill has numbers to fill in only with byKey(…), but asks for " + named.names() + ": " + sql);
        }
        return new Backfill(sql, table, key, batchSize);
    }
}
