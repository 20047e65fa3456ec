package dev.headway.internal.database.sqlite;

import dev.headway.database.Definitions;
import dev.headway.database.ReservedWords;
import dev.headway.database.SqlStatement;
import dev.headway.database.StandardDialect;
import dev.headway.database.Version;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlSyntax.Feature;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQLite 3.26 and later. It keeps types, mostly, as names: dates and times are texts in UTC, decimals floating-point
 * numbers. It has no comments, so none are kept. What its {@code ALTER TABLE} lacks is done by {@link SqliteCopy}.
 */
final class SqliteDialect extends StandardDialect {
    /** The keywords of SQLite's documentation, page <em>SQLite Keywords</em>. */
    private static final Set<String> RESERVED = ReservedWords.of("""
            abort action add after all alter always analyze and as asc attach autoincrement before begin between by \
            cascade case cast check collate column commit conflict constraint create cross current current_date \
            current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop each \
            else end escape except exclude exclusive exists explain fail filter first following for foreign from full \
            generated glob group groups having if ignore immediate in index indexed initially inner insert instead \
            intersect into is isnull join key last left like limit match materialized natural no not nothing notnull null \
            nulls of offset on or order others outer over partition plan pragma preceding primary query raise range \
            recursive references regexp reindex release rename replace restrict returning right rollback row rows \
            savepoint select set table temp temporary then ties to transaction trigger unbounded union unique update \
            using vacuum values view virtual when where window with within without""");

    private static final SqlSyntax SYNTAX = SqlSyntax.with(Feature.BRACKETED_NAMES);

    private final Version version;
    private final Definitions definitions = new SqliteDefinitions(this);

    SqliteDialect(Version version) {
        super(RESERVED);
        this.version = version;
    }

    @Override
    public Database database() {
        return Database.SQLITE;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /** Returns whether an operation may have to copy a table. */
    static boolean mayCopy(Operation operation) {
        if (operation instanceof AlterTable alter) {
            return alter.changes().stream().anyMatch(SqliteDialect::mayCopy);
        } else if (operation instanceof AddColumn add) {
            return !canAdd(add);
        }
        return operation instanceof DropColumn || (operation instanceof TableChange change && alwaysCopies(change));
    }

    private static boolean alwaysCopies(TableChange change) {
        return change instanceof AlterColumn
                || change instanceof AddConstraint
                || change instanceof DropConstraint
                || change instanceof RenameConstraint;
    }

    /** SQLite waits for nothing but other writers. */
    @Override
    protected String timeout(SetTimeout operation) {
        if (operation.kind() == SetTimeout.Kind.STATEMENT) {
            throw unsupported("cannot limit how long a statement takes");
        }
        return "PRAGMA busy_timeout = " + operation.limit().toMillis();
    }

    /** Nothing: the {@link SqliteSession} of the step knows what it was before. */
    @Override
    public List<String> resetTimeouts() {
        return List.of();
    }

    @Override
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case DOUBLE -> "double";
            case TEXT, JSON -> "text";
            case TIMESTAMPTZ -> "timestamp";
            case INTERVAL -> throw unsupported("has no lengths of time");
            case UUID -> "char(36)";
            case BINARY -> "blob";
            default -> super.type(type);
        };
    }

    @Override
    protected String temporal(String type, String text) {
        return text(text);
    }

    @Override
    protected String instant(String utc) {
        return text(utc);
    }

    /** An expression stands in parentheses, but for the words that are constants. */
    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Expression expression && !isNull(value)
                ? "(" + expression.sql() + ")"
                : super.defaultValue(value, type);
    }

    private static boolean isNull(@Nullable DefaultValue value) {
        return value == null
                || (value instanceof DefaultValue.Expression expression
                        && expression.sql().strip().equalsIgnoreCase("null"));
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    /** There are none at all, so none is a statement. */
    @Override
    protected boolean hasCommentStatements() {
        return false;
    }

    @Override
    public List<SqlStatement> commentOnTable(CommentOnTable operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> commentOnColumn(CommentOnColumn operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable operation, LiveSchema live) {
        List<TableChange> changes = SqliteExistence.due(operation.changes(), live);
        SqliteCopy copy = new SqliteCopy(this, operation.table(), changes);
        for (TableChange change : changes) {
            if (alwaysCopies(change)
                    || (change instanceof AddColumn add && !canAdd(add))
                    || (change instanceof DropColumn drop && !canDrop(drop, live))) {
                return copy.statements(live);
            }
        }
        List<SqlStatement> statements = new ArrayList<>();
        changes.forEach(change -> statements.addAll(change.accept(this, live)));
        return statements;
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation, LiveSchema live) {
        String definition = definitions().column(operation.column());
        if (!canAdd(operation)) {
            return copied(operation, live);
        } else if (SqliteExistence.due(List.of(operation), live).isEmpty()) {
            return List.of();
        }
        return journaledAs(alter(operation.table(), List.of("ADD COLUMN " + definition)), operation);
    }

    /** See SQLite's <em>ALTER TABLE ADD COLUMN</em>. */
    private static boolean canAdd(AddColumn operation) {
        DefaultValue value = operation.column().defaultValue();
        boolean stored = operation.column().generated() != null
                && operation.column().generated().stored();
        boolean constant =
                isNull(value) || value instanceof DefaultValue.Literal || value instanceof DefaultValue.Bytes;
        return operation.constraints().isEmpty()
                && !stored
                && constant
                && (operation.column().nullable() || !isNull(value));
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation, LiveSchema live) {
        if (SqliteExistence.due(List.of(operation), live).isEmpty()) {
            return List.of();
        }
        return canDrop(operation, live)
                ? journaledAs(alter(operation.table(), List.of("DROP COLUMN " + quote(operation.name()))), operation)
                : copied(operation, live);
    }

    /** See SQLite's <em>ALTER TABLE DROP COLUMN</em>. */
    private boolean canDrop(DropColumn operation, LiveSchema live) {
        return !version.isBefore(3, 35)
                && SqliteCopy.stored(operation.table(), live).canDrop(operation.name());
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation, LiveSchema live) {
        return copied(operation, live);
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint operation, LiveSchema live) {
        return copied(operation, live);
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation, LiveSchema live) {
        return copied(operation, live);
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation, LiveSchema live) {
        return copied(operation, live);
    }

    private List<SqlStatement> copied(TableChange change, LiveSchema live) {
        SqliteCopy copy = new SqliteCopy(this, change.table(), List.of(change));
        return SqliteExistence.due(List.of(change), live).isEmpty() ? List.of() : copy.statements(live);
    }

    /** It is made anew. */
    @Override
    public List<SqlStatement> renameIndex(RenameIndex operation, LiveSchema live) {
        String schema = QualifiedName.parse(operation.table()).schema();
        QualifiedName from = QualifiedName.parse(operation.from());
        String in = from.schema() == null ? schema : from.schema();
        String prefix = in == null ? "" : quote(in) + ".";
        SqliteObject index = SqliteCopy.catalog(operation.table(), live)
                .index((in == null ? "" : QualifiedName.literally(in) + ".") + QualifiedName.literally(from.name()))
                .orElseThrow(() -> new IllegalStateException("There is no index '" + operation.from() + "'"));
        return List.of(
                SqlStatement.of("DROP INDEX " + prefix + quote(from.name())),
                SqlStatement.of(index.sqlAs(
                        prefix + quote(QualifiedName.parse(operation.to()).name()))));
    }

    @Override
    public List<SqlStatement> createView(CreateView operation, LiveSchema live) {
        List<SqlStatement> statements = new ArrayList<>();
        if (operation.orReplace()) {
            statements.addAll(drop("VIEW", true, qualified(operation.name())));
        }
        statements.add(SqlStatement.of("CREATE VIEW " + qualified(operation.name()) + " AS\n" + operation.query()));
        return statements;
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation, LiveSchema live) {
        throw unsupported("has no sequences");
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence operation, LiveSchema live) {
        throw unsupported("has no sequences");
    }

    @Override
    public List<SqlStatement> createSchema(CreateSchema operation, LiveSchema live) {
        throw unsupported("has no schemas but the databases that a connection attaches");
    }

    @Override
    public List<SqlStatement> dropSchema(DropSchema operation, LiveSchema live) {
        throw unsupported("has no schemas but the databases that a connection attaches");
    }

    @Override
    public List<SqlStatement> execute(Execute operation, LiveSchema live) {
        SqliteScript script = new SqliteScript(operation.sql());
        if (operation.arguments().isEmpty()) {
            return script.statements().stream().map(SqlStatement::of).toList();
        } else if (script.parameters() >= 0
                && script.parameters() != operation.arguments().size()) {
            throw new UnsupportedFeatureException("It has " + script.parameters() + " question mark(s) and "
                    + operation.arguments().size() + " argument(s). SQLite would take what is missing for null.");
        }
        return super.execute(operation, live).stream()
                .map(statement -> statement.withArguments(this::boundValue))
                .toList();
    }

    /** The driver would write some dates and times as numbers, and others in other words than {@link #literal} does. */
    @Override
    protected Object boundValue(Object value) {
        String text = value instanceof Temporal ? literal(value) : "";
        return text.isEmpty() ? value : text.substring(1, text.length() - 1);
    }
}
