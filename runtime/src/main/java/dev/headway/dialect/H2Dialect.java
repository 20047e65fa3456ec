package dev.headway.dialect;

import dev.headway.catalog.H2Catalog;
import dev.headway.op.Database;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.Operation.SetTimeout.Kind;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** H2 2.2 and later, in its regular mode. */
final class H2Dialect extends StandardDialect {
    /** The keywords of H2's manual, chapter <em>Keywords / Reserved Words</em>. */
    private static final Set<String> RESERVED = Words.of("""
            all and any array as asymmetric authorization between both case cast check constraint cross \
            current_catalog current_date current_path current_role current_schema current_time current_timestamp \
            current_user day default distinct else end except exists false fetch for foreign from full group groups \
            having hour if ilike in inner intersect intersects interval is join key leading left like limit localtime \
            localtimestamp minus minute month natural not null offset on or order over partition primary qualify range \
            regexp right row rownum rows second select session_user set some symmetric system_user table to top \
            trailing true uescape union unique unknown user using value values when where window with year _rowid_""");

    private static final String LOCK = "SELECT id FROM headway_lock FOR UPDATE SKIP LOCKED";

    private final Definitions definitions = new H2Definitions();

    H2Dialect() {
        super(RESERVED);
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Database database() {
        return Database.H2;
    }

    @Override
    public LiveSchema live(Supplier<Handle> handle) {
        return new H2Catalog(handle, this::isPlain);
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public RunSession open(Connection connection) throws SQLException {
        return H2WriteDelay.end(connection);
    }

    /** H2 has no advisory locks, so a row is locked; its table is made when it is first missed, together with the row. */
    @Override
    public boolean tryLock(Connection connection) throws SQLException {
        try {
            return TransactionLock.tryLock(connection, LOCK);
        } catch (SQLException missing) {
            TransactionLock.execute(connection, "CREATE TABLE IF NOT EXISTS headway_lock AS SELECT 1 AS id");
            return TransactionLock.tryLock(connection, LOCK);
        }
    }

    @Override
    public void unlock(Connection connection) throws SQLException {
        TransactionLock.unlock(connection);
    }

    /** H2 does not tell who locked a row, but who has a transaction open. */
    @Override
    public List<OtherSession> lockHolders(Connection connection) {
        return lockingSessions(connection);
    }

    @Override
    public boolean saysLocked(SQLException failure) {
        return failure.getErrorCode() == 50200 || failure.getErrorCode() == 40001;
    }

    @Override
    public List<OtherSession> lockingSessions(Connection connection) {
        return OtherSession.read(connection, """
                SELECT session_id, user_name, client_addr, client_info, session_start, executing_statement
                FROM information_schema.sessions
                WHERE session_id <> session_id() AND contains_uncommitted
                ORDER BY session_start
                LIMIT 5""");
    }

    @Override
    String timeout(SetTimeout operation) {
        return (operation.kind() == Kind.LOCK ? "SET LOCK_TIMEOUT " : "SET QUERY_TIMEOUT ")
                + operation.limit().toMillis();
    }

    /** From H2's list of errors: table, schema, sequence, column, index, constraint, domain, role, and so on. */
    @Override
    boolean saysPresent(SQLException refusal) {
        return Set.of(42101, 90078, 90035, 42121, 42111, 90045, 90119, 90038, 90041, 90076, 90017)
                .contains(refusal.getErrorCode());
    }

    @Override
    boolean saysAbsent(SQLException refusal) {
        return Set.of(42102, 42103, 42104, 90079, 90036, 42122, 42112, 90057, 90120, 90037, 90042, 90077)
                .contains(refusal.getErrorCode());
    }

    @Override
    public List<String> resetTimeouts() {
        return List.of("SET LOCK_TIMEOUT 2000", "SET QUERY_TIMEOUT 0");
    }

    /** A text is a varchar without a limit, which can be indexed, unlike a large object. */
    @Override
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case TEXT -> "character varying";
            case INTERVAL -> "interval day(18) to second(9)";
            default -> super.type(type);
        };
    }

    @Override
    protected String array(String element) {
        return element + " array";
    }

    @Override
    protected String text(String text, ColumnType type) {
        return (type == ColumnType.Plain.JSON ? "JSON " : "") + text(text);
    }

    /** A column is told anew to number the rows. */
    @Override
    String numbered(Identity identity, Optional<Column> before) {
        String type = before.map(column -> type(column.type())).orElse("bigint");
        return type + " " + definitions().identity(identity);
    }

    @Override
    Definitions definitions() {
        return definitions;
    }

    /** H2's definitions. */
    private final class H2Definitions extends Definitions {
        H2Definitions() {
            super(H2Dialect.this);
        }

        @Override
        String collation(String name) {
            throw refusal("has one collation for a whole database");
        }

        @Override
        String generated(Generated generated) {
            return "GENERATED ALWAYS AS (" + generated.expression() + ")";
        }

        @Override
        String nullsNotDistinct() {
            return "NULLS NOT DISTINCT";
        }

        @Override
        String kind(Index index) {
            return index.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT INDEX" : super.kind(index);
        }
    }
}
