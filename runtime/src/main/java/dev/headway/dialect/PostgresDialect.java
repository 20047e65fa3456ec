package dev.headway.dialect;

import dev.headway.catalog.PostgresCatalog;
import dev.headway.op.Database;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropExtension;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.ValidateConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Deferral;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** PostgreSQL 11 and later. */
final class PostgresDialect extends StandardDialect {
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

    private static final String LOCK_KEY =
            "hashtextextended('headway_revision in ' || coalesce(current_schema(), ''), 0)";

    private final Version version;
    private final Definitions definitions = new PostgresDefinitions();

    PostgresDialect(Version version) {
        super(RESERVED);
        this.version = version;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Database database() {
        return Database.POSTGRESQL;
    }

    @Override
    public LiveSchema live(Supplier<Handle> handle) {
        return new PostgresCatalog(handle);
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /**
     * An advisory lock of the transaction, so that it holds behind a pooler that lends connections by the transaction. It
     * is tried for instead of waited for: a statement that waits has a snapshot, and {@code CREATE INDEX CONCURRENTLY}
     * waits for all snapshots. A stricter isolation, which connections may have by default, keeps its snapshot until the
     * transaction ends.
     *
     * <p>The transaction is idle while the work goes on elsewhere, so it must not time out. To be the last statement is as
     * important: it ends the portal of the one before, whose snapshot {@code CREATE INDEX CONCURRENTLY} would wait for.
     */
    @Override
    public boolean tryLock(Connection connection) throws SQLException {
        boolean taken = TransactionLock.tryLock(
                connection,
                "SELECT 1 WHERE pg_try_advisory_xact_lock(" + LOCK_KEY + ")",
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET LOCAL application_name = " + literal(ThisProcess.name()));
        if (taken) {
            TransactionLock.execute(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
        }
        return taken;
    }

    @Override
    public List<OtherSession> lockHolders(Connection connection) {
        return OtherSession.read(connection, """
                SELECT a.pid, a.usename, host(a.client_addr), a.application_name, a.xact_start, NULL
                FROM pg_locks l
                JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND a.datname = current_database()
                  AND ((CAST(l.classid AS bigint) << 32) | CAST(l.objid AS bigint)) =\s""" + LOCK_KEY);
    }

    @Override
    public boolean saysLocked(SQLException failure) {
        return Set.of("55P03", "40P01").contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public List<OtherSession> lockingSessions(Connection connection) {
        return OtherSession.read(connection, """
                SELECT a.pid, a.usename, host(a.client_addr), a.application_name, a.xact_start, a.query
                FROM pg_stat_activity a
                WHERE a.datname = current_database() AND a.pid IN (
                  SELECT l.pid
                  FROM pg_locks l
                  JOIN pg_class c ON c.oid = l.relation
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE l.granted AND l.pid <> pg_backend_pid() AND n.nspname NOT LIKE 'pg\\_%')
                ORDER BY a.xact_start
                LIMIT 5""");
    }

    @Override
    public void unlock(Connection connection) throws SQLException {
        TransactionLock.unlock(connection);
    }

    @Override
    String timeout(SetTimeout operation) {
        String setting = operation.kind() == SetTimeout.Kind.LOCK ? "lock_timeout" : "statement_timeout";
        return "SET " + setting + " = '" + operation.limit().toMillis() + "ms'";
    }

    /** From the appendix <em>PostgreSQL Error Codes</em>. */
    @Override
    boolean saysPresent(SQLException refusal) {
        return Set.of("42P07", "42P06", "42701", "42710", "42723").contains(String.valueOf(refusal.getSQLState()));
    }

    @Override
    boolean saysAbsent(SQLException refusal) {
        return Set.of("42P01", "3F000", "42703", "42704", "42883").contains(String.valueOf(refusal.getSQLState()));
    }

    @Override
    public List<String> resetTimeouts() {
        return List.of("RESET lock_timeout", "RESET statement_timeout");
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

    /** As PostgreSQL calls it, and as it stands in what other tools have made. */
    @Override
    protected String defaultValue(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Now ? "now()" : super.defaultValue(value, type);
    }

    @Override
    protected String type(Enumerated type) {
        return qualified(type.name());
    }

    @Override
    protected boolean checksEnums() {
        return false;
    }

    @Override
    protected String array(String element) {
        return element + "[]";
    }

    @Override
    protected String bytes(String hex) {
        return "'\\x" + hex + "'";
    }

    @Override
    Object value(Object value) {
        return value instanceof String text
                ? new UntypedText(text)
                : value instanceof Enum<?> constant ? new UntypedText(constant.name()) : value;
    }

    @Override
    Definitions definitions() {
        return definitions;
    }

    @Override
    boolean combinesChanges() {
        return true;
    }

    /** An index that could not be finished concurrently stays behind, and would be in the way of the next try. */
    @Override
    public List<SqlStatement> createIndex(CreateIndex operation, LiveSchema live) {
        List<SqlStatement> statements = super.createIndex(operation, live);
        Index index = operation.index();
        if (!operation.concurrently() || !live.invalidIndexes().contains(writtenBesideTable(index))) {
            return statements;
        }
        List<SqlStatement> clearedUp = new ArrayList<>();
        clearedUp.add(new SqlStatement(
                "DROP INDEX CONCURRENTLY " + besideTable(index.name(), index.table()), List.of(), false, true));
        clearedUp.addAll(statements);
        return clearedUp;
    }

    private static String writtenBesideTable(Index index) {
        QualifiedName name = QualifiedName.parse(index.name());
        return name.schema() != null
                ? name.written()
                : new QualifiedName(QualifiedName.parse(index.table()).schema(), name.name()).written();
    }

    @Override
    String concurrently() {
        return "CONCURRENTLY";
    }

    @Override
    List<String> clauses(TableChange change, LiveSchema live) {
        return change instanceof ValidateConstraint validate
                ? List.of("VALIDATE CONSTRAINT " + quote(validate.name()))
                : super.clauses(change, live);
    }

    @Override
    String numbered(Identity identity, Optional<Column> before) {
        boolean isNumbered = before.map(Column::identity).isPresent();
        return isNumbered
                ? "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " SET START WITH "
                        + identity.start() + " SET INCREMENT BY " + identity.increment()
                : super.numbered(identity, before);
    }

    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint operation, LiveSchema live) {
        return alter(operation.table(), clauses(operation, live));
    }

    @Override
    public List<SqlStatement> createEnum(CreateEnum operation, LiveSchema live) {
        String values = operation.values().stream().map(this::literal).collect(Collectors.joining(", "));
        return statement("CREATE TYPE " + qualified(operation.name()) + " AS ENUM (" + values + ")");
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum operation, LiveSchema live) {
        return drop("TYPE", operation.ifExists(), qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue operation, LiveSchema live) {
        SqlStatement statement = SqlStatement.of("ALTER TYPE " + qualified(operation.name()) + " ADD VALUE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + literal(operation.value()));
        return List.of(version.isBefore(12, 0) ? statement.outsideTransaction() : statement);
    }

    @Override
    public List<SqlStatement> createExtension(CreateExtension operation, LiveSchema live) {
        return create("EXTENSION", operation.ifNotExists(), quote(operation.name()));
    }

    @Override
    public List<SqlStatement> dropExtension(DropExtension operation, LiveSchema live) {
        return drop("EXTENSION", operation.ifExists(), quote(operation.name()));
    }

    private String since(int major, String feature) {
        if (version.isBefore(major, 0)) {
            throw refusal("has " + feature + " from version " + major + " on, and this is " + version.major());
        }
        return "";
    }

    /** PostgreSQL's definitions. */
    private final class PostgresDefinitions extends Definitions {
        PostgresDefinitions() {
            super(PostgresDialect.this);
        }

        @Override
        String generated(Generated generated) {
            return (generated.stored() ? "" : since(18, "generated columns that are computed when they are read"))
                    + super.generated(generated);
        }

        @Override
        String nullsNotDistinct() {
            return since(15, "NULLS NOT DISTINCT") + "NULLS NOT DISTINCT";
        }

        @Override
        String deferral(Deferral deferral) {
            return standardDeferral(deferral);
        }

        @Override
        String foreignKey(ForeignKey key) {
            return super.foreignKey(key) + (key.validated() ? "" : " NOT VALID");
        }

        @Override
        String check(Check check) {
            return super.check(check) + (check.validated() ? "" : " NOT VALID");
        }

        @Override
        String exclusion(Exclusion exclusion) {
            String elements = exclusion.elements().stream()
                    .map(element -> element.expression() + " WITH " + element.operator())
                    .collect(Collectors.joining(", "));
            return "EXCLUDE USING " + exclusion.method() + " (" + elements + ")"
                    + (exclusion.where() == null ? "" : " WHERE (" + exclusion.where() + ")")
                    + deferral(exclusion.deferral());
        }

        /** An index is always in the schema of its table, and its name may not say so. */
        @Override
        String of(Index index) {
            List<String> words = new ArrayList<>();
            words.add(quote(QualifiedName.parse(index.name()).name()) + " ON " + qualified(index.table()));
            if (index.method() != null) {
                words.add("USING " + quote(index.method()));
            }
            words.add(keys(index));
            if (!index.included().isEmpty()) {
                words.add("INCLUDE " + names(index.included()));
            }
            if (index.nullsNotDistinct()) {
                words.add(nullsNotDistinct());
            }
            if (index.where() != null) {
                words.add("WHERE " + index.where());
            }
            return String.join(" ", words);
        }

        @Override
        String key(Index.Key key) {
            return (key.expression() ? "(" + key.text() + ")" : quote(key.text()))
                    + (key.operatorClass() == null ? "" : " " + qualified(key.operatorClass()))
                    + (key.descending() ? " DESC" : "")
                    + (key.nulls() == null ? "" : " NULLS " + key.nulls());
        }
    }
}
