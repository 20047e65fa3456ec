package dev.headway.database;

import dev.headway.database.SqlStatement.Added;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.CustomOperation;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.Backfill;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.Operation.Nothing;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.OperationVisitor;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropExtension;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.SchemaObject.DropView;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.op.TableChange.ValidateConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.sql.NamedSql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Standard SQL, and the hooks by which one database departs from it. Reading a subclass from top to bottom is reading the
 * list of that database's peculiarities.
 */
public abstract class StandardDialect extends Dialect implements OperationVisitor<List<SqlStatement>, LiveSchema> {
    private final Definitions definitions = new Definitions(this);

    protected StandardDialect(Set<String> reserved) {
        super(reserved);
    }

    @Override
    public final List<SqlStatement> render(Operation operation, LiveSchema live) {
        return operation.accept(this, live);
    }

    /** Returns how this dialect writes the definitions of columns, constraints and indexes. */
    public Definitions definitions() {
        return definitions;
    }

    /** Returns whether one {@code ALTER TABLE} can make several changes. */
    protected boolean combinesChanges() {
        return false;
    }

    /** Returns the word that keeps a table writable while one of its indexes is made; empty where there is none. */
    protected String concurrently() {
        return "";
    }

    /** Returns whether comments are statements of their own, rather than parts of definitions. */
    protected boolean commentsAlone() {
        return true;
    }

    public static List<SqlStatement> statement(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    /** Returns a refusal that points at the way to say it for another database only. */
    public UnsupportedFeatureException refusal(String reason) {
        return new UnsupportedFeatureException(
                name() + " " + reason + ". Say it inside on(Database.…) for the databases that can, or write what "
                        + name() + " needs by execute(…).");
    }

    private static String words(String... words) {
        return String.join(
                " ", List.of(words).stream().filter(word -> !word.isEmpty()).toList());
    }

    @Override
    public List<SqlStatement> createTable(CreateTable operation, LiveSchema live) {
        Table table = operation.table();
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(SqlStatement.of(words(
                        "CREATE TABLE",
                        operation.ifNotExists() ? "IF NOT EXISTS" : "",
                        qualified(table.name()),
                        "(\n  " + String.join(",\n  ", definitions().of(table)) + "\n)")
                + tableOptions(operation)));
        if (commentsAlone()) {
            if (table.comment() != null) {
                statements.addAll(commentOn("TABLE", qualified(table.name()), table.comment()));
            }
            statements.addAll(columnComments(table.name(), table.columns()));
        }
        for (Index index : indexesApart(table)) {
            statements.addAll(createIndex(new CreateIndex(index, false, operation.ifNotExists()), live));
        }
        return statements;
    }

    /** Returns the indexes that are made when their table is there. */
    protected List<Index> indexesApart(Table table) {
        return table.indexes();
    }

    /** Returns what follows the closing parenthesis of {@code CREATE TABLE}. */
    protected String tableOptions(CreateTable operation) {
        return "";
    }

    private List<SqlStatement> columnComments(String table, List<Column> columns) {
        List<SqlStatement> statements = new ArrayList<>();
        for (Column column : columns) {
            if (column.comment() != null) {
                statements.addAll(commentOn("COLUMN", qualified(table) + "." + quote(column.name()), column.comment()));
            }
        }
        return statements;
    }

    private List<SqlStatement> commentOn(String kind, String name, @Nullable String comment) {
        return statement("COMMENT ON " + kind + " " + name + " IS " + literal(comment));
    }

    @Override
    public List<SqlStatement> dropTable(DropTable operation, LiveSchema live) {
        return drop("TABLE", operation.ifExists(), qualified(operation.name()));
    }

    public static List<SqlStatement> drop(String kind, boolean ifExists, String name) {
        return statement(words("DROP", kind, ifExists ? "IF EXISTS" : "", name));
    }

    public static List<SqlStatement> create(String kind, boolean ifNotExists, String definition) {
        return statement(words("CREATE", kind, ifNotExists ? "IF NOT EXISTS" : "", definition));
    }

    @Override
    public List<SqlStatement> renameTable(RenameTable operation, LiveSchema live) {
        return alter(
                operation.from(),
                List.of("RENAME TO " + quote(QualifiedName.parse(operation.to()).name())));
    }

    /** Returns statements for clauses of {@code ALTER TABLE}. */
    public final List<SqlStatement> alter(String table, List<String> clauses) {
        String start = "ALTER TABLE " + qualified(table) + " ";
        if (combinesChanges() && !clauses.isEmpty()) {
            return statement(start + String.join(clauses.size() > 1 ? ",\n  " : "", clauses));
        }
        return clauses.stream().map(clause -> SqlStatement.of(start + clause)).toList();
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable operation, LiveSchema live) {
        List<SqlStatement> statements = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        for (TableChange change : operation.changes()) {
            List<String> combined = clauses(change, live);
            if (combined.isEmpty()) {
                statements.addAll(alter(operation.table(), clauses));
                clauses.clear();
                statements.addAll(change.accept(this, live));
            } else {
                clauses.addAll(combined);
            }
        }
        statements.addAll(alter(operation.table(), clauses));
        return statements;
    }

    /** Returns a change as clauses of an {@code ALTER TABLE} that may have others; none if it must be made alone. */
    public List<String> clauses(TableChange change, LiveSchema live) {
        if (change instanceof AddColumn add && (add.column().comment() == null || !commentsAlone())) {
            return clauses(add);
        } else if (change instanceof DropColumn drop) {
            return List.of(words("DROP COLUMN", drop.ifExists() ? "IF EXISTS" : "", quote(drop.name())));
        } else if (change instanceof AlterColumn alter) {
            return clauses(alter, live);
        } else if (change instanceof AddConstraint add) {
            return List.of("ADD " + definitions().of(add.constraint()));
        } else if (change instanceof DropConstraint drop) {
            return List.of(clause(named(drop, live)));
        }
        return List.of();
    }

    public final List<String> clauses(AddColumn operation) {
        List<String> clauses = new ArrayList<>();
        clauses.add(words(
                "ADD COLUMN",
                operation.ifNotExists() ? "IF NOT EXISTS" : "",
                definitions().of(operation.column())));
        operation
                .constraints()
                .forEach(constraint -> clauses.add("ADD " + definitions().of(constraint)));
        return clauses;
    }

    public List<String> clauses(AlterColumn operation, LiveSchema live) {
        String column = "ALTER COLUMN " + quote(operation.column()) + " ";
        List<String> clauses = new ArrayList<>();
        ColumnType type = operation.type();
        if (type != null) {
            if (type instanceof ColumnType.Enumerated && checksEnums()) {
                throw refusal("has no enums, and the check of the values would have to change too");
            }
            clauses.add(column + "SET DATA TYPE " + type(type) + collation(operation, live)
                    + (operation.using() == null ? "" : " USING " + operation.using()));
        }
        if (operation.dropsIdentity()) {
            clauses.add(column + "DROP IDENTITY");
        }
        if (operation.nullable() != null) {
            clauses.add(column + (operation.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
        }
        if (operation.dropsDefault()) {
            clauses.add(column + "DROP DEFAULT");
        } else if (operation.defaultValue() != null) {
            clauses.add(
                    column + "SET DEFAULT " + defaultValue(operation.defaultValue(), typeForDefault(operation, live)));
        }
        if (operation.identity() != null) {
            clauses.add(column + numbered(operation.identity(), before(operation, live)));
        }
        return clauses;
    }

    /** The usual order of texts comes with a type, unless the column has another that is to stay. */
    private String collation(AlterColumn operation, LiveSchema live) {
        String collation = operation.collation();
        if (collation == null && !operation.dropsCollation()) {
            collation = before(operation, live).map(Column::collation).orElse(null);
        }
        return collation == null ? "" : " COLLATE " + definitions().collation(collation);
    }

    /** Returns what numbers the rows in a column that is there. */
    protected String numbered(Identity identity, Optional<Column> before) {
        return "ADD " + definitions().identity(identity);
    }

    /** Returns what a column is before it changes: as the database has it, or where there is none to ask, as was told. */
    public static Optional<Column> before(AlterColumn operation, LiveSchema live) {
        return live.canBeAsked()
                ? live.table(operation.table()).flatMap(table -> table.column(operation.column()))
                : Optional.ofNullable(operation.from());
    }

    /** Returns the type of the column after the change, as far as it was said. */
    protected ColumnType typeForDefault(AlterColumn operation, LiveSchema live) {
        if (operation.type() != null) {
            return operation.type();
        }
        return operation.from() == null
                ? ColumnType.Plain.TEXT
                : operation.from().type();
    }

    protected String clause(NamedDrop drop) {
        return words("DROP CONSTRAINT", drop.ifExists() ? "IF EXISTS" : "", quote(drop.name()));
    }

    /**
     * A constraint that is dropped, under the name that the database knows it by.
     *
     * @param name the name
     * @param definition what it is like; null if that is not known
     * @param ifExists whether a missing one is no error
     */
    public record NamedDrop(String name, @Nullable Constraint definition, boolean ifExists) {}

    /** Finds out the name. If there is no such constraint, the database is to say so: of one whose name tells what it is like. */
    public final NamedDrop named(DropConstraint operation, LiveSchema live) {
        Constraint definition = operation.definition();
        String name = operation.name();
        if (name == null && definition != null) {
            Constraint like = definition.named(null);
            name = live.table(operation.table()).stream()
                    .flatMap(table -> table.constraints().stream())
                    .filter(constraint -> like.equals(constraint.named(null)))
                    .map(Constraint::name)
                    .findFirst()
                    .orElseGet(() -> definitions().of(like));
        }
        return new NamedDrop(String.valueOf(name), definition, operation.ifExists());
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation, LiveSchema live) {
        List<SqlStatement> statements = new ArrayList<>(alter(operation.table(), clauses(operation)));
        if (!combinesChanges()) {
            tellConstraintsApart(statements, operation);
        }
        if (commentsAlone()) {
            statements.addAll(columnComments(operation.table(), List.of(operation.column())));
        }
        return statements;
    }

    /** Behind the statement for the column there is one for each constraint. */
    private static void tellConstraintsApart(List<SqlStatement> statements, AddColumn operation) {
        for (int i = 1; i < statements.size(); i++) {
            Constraint constraint = operation.constraints().get(i - 1);
            if (constraint.name() == null) {
                statements.set(
                        i,
                        statements
                                .get(i)
                                .adding(new Added(
                                        operation.table(), operation.column().name(), constraint)));
            }
        }
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation, LiveSchema live) {
        return alter(operation.table(), clauses(operation, live));
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn operation, LiveSchema live) {
        return alter(
                operation.table(),
                List.of("RENAME COLUMN " + quote(operation.from()) + " TO " + quote(operation.to())));
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation, LiveSchema live) {
        return alter(operation.table(), clauses(operation, live));
    }

    @Override
    public List<SqlStatement> commentOnTable(CommentOnTable operation, LiveSchema live) {
        return commentOn("TABLE", qualified(operation.table()), operation.comment());
    }

    @Override
    public List<SqlStatement> commentOnColumn(CommentOnColumn operation, LiveSchema live) {
        return commentOn("COLUMN", qualified(operation.table()) + "." + quote(operation.column()), operation.comment());
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint operation, LiveSchema live) {
        return alter(operation.table(), clauses(operation, live));
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation, LiveSchema live) {
        List<SqlStatement> statements = alter(operation.table(), clauses(operation, live));
        return operation.name() != null
                ? statements
                : statements.stream()
                        .map(statement -> statement.knownAs(operation.toString()))
                        .toList();
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation, LiveSchema live) {
        return alter(
                operation.table(),
                List.of("RENAME CONSTRAINT " + quote(operation.from()) + " TO " + quote(operation.to())));
    }

    /** Nothing where a constraint cannot be added unchecked: there it was checked when it was added. */
    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation, LiveSchema live) {
        Index index = operation.index();
        String how = operation.concurrently() ? concurrently() : "";
        SqlStatement statement = SqlStatement.of(words(
                "CREATE " + definitions().kind(index),
                how,
                operation.ifNotExists() ? "IF NOT EXISTS" : "",
                definitions().of(index)));
        return List.of(how.isEmpty() ? statement : statement.outsideTransaction());
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation, LiveSchema live) {
        String how = operation.concurrently() ? concurrently() : "";
        SqlStatement statement = SqlStatement.of(words(
                "DROP INDEX",
                how,
                operation.ifExists() ? "IF EXISTS" : "",
                besideTable(operation.name(), operation.table())));
        return List.of(how.isEmpty() ? statement : statement.outsideTransaction());
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex operation, LiveSchema live) {
        return statement("ALTER INDEX " + besideTable(operation.from(), operation.table()) + " RENAME TO "
                + quote(QualifiedName.parse(operation.to()).name()));
    }

    /** Returns the name of an index, in the schema of its table unless it says its own. */
    public final String besideTable(String index, @Nullable String table) {
        String schema = table == null ? null : QualifiedName.parse(table).schema();
        return schema == null || QualifiedName.parse(index).schema() != null
                ? qualified(index)
                : quote(schema) + "." + qualified(index);
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation, LiveSchema live) {
        Sequence sequence = operation.sequence();
        return create(
                "SEQUENCE",
                operation.ifNotExists(),
                words(
                        qualified(sequence.name()),
                        "START WITH " + sequence.start(),
                        "INCREMENT BY " + sequence.increment(),
                        sequence.minimum() == null ? "" : "MINVALUE " + sequence.minimum(),
                        sequence.maximum() == null ? "" : "MAXVALUE " + sequence.maximum(),
                        sequence.cycle() ? "CYCLE" : ""));
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence operation, LiveSchema live) {
        return drop("SEQUENCE", operation.ifExists(), qualified(operation.name()));
    }

    /** Nothing where enums are no types of their own. */
    @Override
    public List<SqlStatement> createEnum(CreateEnum operation, LiveSchema live) {
        return List.of();
    }

    /** Nothing where enums are no types of their own. */
    @Override
    public List<SqlStatement> dropEnum(DropEnum operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue operation, LiveSchema live) {
        throw refusal("has no enums that are types of their own: their values stand with each column");
    }

    @Override
    public List<SqlStatement> createView(CreateView operation, LiveSchema live) {
        return statement((operation.orReplace() ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ")
                + qualified(operation.name()) + " AS\n" + operation.query());
    }

    @Override
    public List<SqlStatement> dropView(DropView operation, LiveSchema live) {
        return drop("VIEW", operation.ifExists(), qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> createSchema(CreateSchema operation, LiveSchema live) {
        return create("SCHEMA", operation.ifNotExists(), quote(operation.name()));
    }

    @Override
    public List<SqlStatement> dropSchema(DropSchema operation, LiveSchema live) {
        return drop("SCHEMA", operation.ifExists(), quote(operation.name()));
    }

    @Override
    public List<SqlStatement> createExtension(CreateExtension operation, LiveSchema live) {
        throw refusal("has no extensions");
    }

    @Override
    public List<SqlStatement> dropExtension(DropExtension operation, LiveSchema live) {
        throw refusal("has no extensions");
    }

    @Override
    public List<SqlStatement> execute(Execute operation, LiveSchema live) {
        List<List<@Nullable Object>> rows =
                operation.arguments().isEmpty() ? List.of() : List.of(operation.arguments());
        return List.of(new SqlStatement(operation.sql(), rows, true, false));
    }

    @Override
    public List<SqlStatement> insert(Insert operation, LiveSchema live) {
        String values = "?" + ", ?".repeat(operation.columns().size() - 1);
        return List.of(new SqlStatement(
                "INSERT INTO " + qualified(operation.table()) + " "
                        + definitions().names(operation.columns()) + " VALUES (" + values + ")",
                operation.rows().stream().map(this::values).toList(),
                true,
                false));
    }

    private List<@Nullable Object> values(List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        row.forEach(value -> values.add(value == null ? null : value(value)));
        return Collections.unmodifiableList(values);
    }

    /** Returns what JDBI binds for a value of a row. */
    protected Object value(Object value) {
        return value;
    }

    @Override
    public List<SqlStatement> backfill(Backfill operation, LiveSchema live) {
        NamedSql named = NamedSql.parse(operation.sql(), syntax());
        Batches batches = new Batches(key(operation), named.names(), operation.batchSize());
        return List.of(new SqlStatement(named.sql(), List.of(), false, false).inBatches(batches));
    }

    private Batches.@Nullable Key key(Backfill operation) {
        if (operation.table() == null || operation.key() == null) {
            return null;
        }
        String key = quote(operation.key());
        String from = " FROM " + qualified(operation.table());
        return new Batches.Key(
                "SELECT min(" + key + "), max(" + key + ")" + from,
                "SELECT min(" + key + ")" + from + " WHERE " + key + " >= ?");
    }

    @Override
    public List<SqlStatement> autocommit(Autocommit operation, LiveSchema live) {
        return operation.operation().accept(this, live).stream()
                .map(SqlStatement::outsideTransaction)
                .toList();
    }

    @Override
    public List<SqlStatement> setTimeout(SetTimeout operation, LiveSchema live) {
        return List.of(new SqlStatement(timeout(operation), List.of(), true, true));
    }

    /** Returns what limits how long statements of this connection take. */
    protected abstract String timeout(SetTimeout operation);

    @Override
    public List<SqlStatement> nothing(Nothing operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> custom(CustomOperation operation, LiveSchema live) {
        return operation.statements(this).stream().map(SqlStatement::of).toList();
    }
}
