package dev.headway.dialect;

import java.util.List;
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
 * @param known what a later try of its step knows it by; not always {@code sql}, which may depend on what the database has
 */
public record SqlStatement(
        String sql,
        List<List<@Nullable Object>> rows,
        boolean transactional,
        boolean forSession,
        @Nullable Batches batches,
        String known) {

    /** Makes a statement that is not run batch by batch. */
    public SqlStatement(String sql, List<List<@Nullable Object>> rows, boolean transactional, boolean forSession) {
        this(sql, rows, transactional, forSession, null, sql);
    }

    /** Returns a statement without arguments that can run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of(), true, false);
    }

    /** Returns this statement as one that cannot run inside a transaction. */
    public SqlStatement outsideTransaction() {
        return new SqlStatement(sql, rows, false, forSession, batches, known);
    }

    /** Returns this statement as one that is run batch by batch. */
    public SqlStatement inBatches(Batches batches) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, known);
    }

    /** Returns this statement as one that a later try of its step knows by this. */
    public SqlStatement knownAs(String known) {
        return new SqlStatement(sql, rows, transactional, forSession, batches, known);
    }
}
