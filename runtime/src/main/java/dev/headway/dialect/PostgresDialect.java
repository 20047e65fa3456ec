package dev.headway.dialect;

import dev.headway.schema.ColumnType;
import java.util.List;
import java.util.Set;

/** PostgreSQL 11 and later. */
final class PostgresDialect extends Dialect {
    /** The reserved words of PostgreSQL's manual, appendix <em>SQL Key Words</em>. */
    private static final Set<String> RESERVED = Words.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate \
            collation column concurrently constraint create cross current_catalog current_date current_role \
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end \
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into \
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on \
            only or order outer overlaps placing primary references returning right select session_user similar some \
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when \
            where window with""");

    PostgresDialect() {
        super(RESERVED);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /**
     * An advisory lock of the transaction, so that it holds behind a pooler that lends connections by the transaction. It
     * is tried for instead of waited for: a statement that waits has a snapshot, and {@code CREATE INDEX CONCURRENTLY}
     * waits for all snapshots.
     */
    @Override
    public String tryLock() {
        return "SELECT 1 WHERE pg_try_advisory_xact_lock("
                + "hashtextextended('headway_revision in ' || coalesce(current_schema(), ''), 0))";
    }

    /** A stricter isolation, which connections may have by default, keeps its snapshot until the transaction ends. */
    @Override
    public List<String> openLock() {
        return List.of("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }

    /**
     * The transaction is idle while the work goes on elsewhere, so it must not time out. To be the last statement is as
     * important: it ends the portal of the one before, whose snapshot {@code CREATE INDEX CONCURRENTLY} would wait for.
     */
    @Override
    public List<String> keepLock() {
        return List.of("SET LOCAL idle_in_transaction_session_timeout = 0");
    }

    @Override
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case TEXT -> "text";
            case TIMESTAMPTZ -> "timestamptz";
            case JSON -> "jsonb";
            case BINARY -> "bytea";
            default -> super.type(type);
        };
    }

    @Override
    protected String concurrently() {
        return "CONCURRENTLY";
    }
}
