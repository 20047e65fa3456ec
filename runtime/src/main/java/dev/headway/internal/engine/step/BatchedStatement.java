package dev.headway.internal.engine.step;

import dev.headway.database.Batches;
import dev.headway.progress.BackfillProgress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One execution of a statement, batch by batch. */
final class BatchedStatement {
    private final Connection connection;
    private final String sql;
    private final Batches batches;
    private final Runnable commit;
    private final Consumer<BackfillProgress> listener;
    private final long start = System.nanoTime();
    private long rows;
    private long keys;
    private OptionalLong totalKeys = OptionalLong.empty();

    BatchedStatement(
            Connection connection, String sql, Batches batches, Runnable commit, Consumer<BackfillProgress> listener) {
        this.connection = connection;
        this.sql = sql;
        this.batches = batches;
        this.commit = commit;
        this.listener = listener;
    }

    void run() throws SQLException {
        if (batches.key() == null) {
            runUntilNothingChanges();
        } else {
            runOver(batches.key());
        }
    }

    BackfillProgress progress() {
        return new BackfillProgress(rows, keys, totalKeys, Duration.ofNanos(System.nanoTime() - start));
    }

    private void runUntilNothingChanges() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            int changed;
            do {
                statement.execute(sql);
                changed = changed(statement);
                batchDone(changed, 0);
            } while (changed > 0);
        }
    }

    private void runOver(Batches.Key key) throws SQLException {
        long first;
        long last;
        try (Statement statement = connection.createStatement();
                ResultSet ends = statement.executeQuery(key.range())) {
            ends.next();
            first = ends.getLong(1);
            last = ends.getLong(2);
            if (ends.wasNull()) {
                return;
            }
        }
        long count = last - first + 1;
        totalKeys = count > 0 ? OptionalLong.of(count) : OptionalLong.empty();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                PreparedStatement following = connection.prepareStatement(key.following())) {
            OptionalLong next = OptionalLong.of(first);
            while (next.isPresent() && next.getAsLong() <= last) {
                long from = next.getAsLong();
                long to = Long.compareUnsigned(last - from, batches.size()) < 0 ? last : from + batches.size() - 1;
                bind(statement, from, to);
                statement.execute();
                int changed = changed(statement);
                batchDone(changed, to - first + 1);
                next = to == last ? OptionalLong.empty() : nextKey(to, changed == 0, following);
            }
        }
    }

    /** Skips gaps between keys: random keys, or keys made of a timestamp, have gaps of billions. */
    private static OptionalLong nextKey(long to, boolean maybeGap, PreparedStatement following) throws SQLException {
        if (!maybeGap) {
            return OptionalLong.of(to + 1);
        }
        following.setLong(1, to + 1);
        try (ResultSet rows = following.executeQuery()) {
            rows.next();
            long next = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(next);
        }
    }

    private void bind(PreparedStatement statement, long from, long to) throws SQLException {
        List<String> arguments = batches.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            statement.setLong(i + 1, arguments.get(i).equals("from") ? from : to);
        }
    }

    private static int changed(Statement statement) throws SQLException {
        int changed = statement.getUpdateCount();
        if (changed < 0) {
            throw new IllegalStateException(
                    "A backfill needs a statement that returns the number of changed rows, such as"
                            + " UPDATE, DELETE or INSERT without RETURNING, but this one returns rows");
        }
        return changed;
    }

    private void batchDone(int changed, long visited) {
        commit.run();
        rows += changed;
        keys = visited;
        listener.accept(progress());
    }
}
