package dev.headway.database;

import dev.headway.database.SqlStatement.AlteredColumn;
import dev.headway.database.SqlStatement.UnnamedConstraint;
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
import dev.headway.sql.SecretMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders operations as standard SQL. The dialect of a database extends this class and overrides what differs.
 *
 * <p>A subclass must implement {@link #database}, {@link #transactionalDdl}, {@link #timeout} and {@link #resetTimeouts}.
 * Everything else has a default. Each operation is a public method, which a subclass can override as a whole; the protected
 * methods render parts of operations, and {@link #definitions} renders columns, constraints and indexes.
 *
 * <p>A subclass refuses an operation that its database doesn't have by throwing {@link #unsupported}. Headway renders all
 * operations before it runs the first, so a refusal leaves the database unchanged.
 *
 * @since 0.1
 */
public abstract class StandardDialect extends Dialect implements OperationVisitor<List<SqlStatement>, LiveSchema> {
    private final Definitions definitions = new Definitions(this);

    /**
     * Creates a dialect.
     *
     * @param reserved the words, in lower case, that are quoted when they are used as names
     */
    protected StandardDialect(Set<String> reserved) {
        super(reserved);
    }

    @Override
    public final List<SqlStatement> render(Operation operation, LiveSchema live) {
        if (operation instanceof Execute execute) {
            return renderRawSql(execute, live);
        }
        List<SqlStatement> statements = operation.accept(this, live);
        return operation instanceof Autocommit
                ? statements
                : statements.stream().map(this::withSettings).toList();
    }

    /**
     * Returns a statement of this dialect with the settings of the session that it needs to mean what it says. Default: with none.
     */
    protected SqlStatement withSettings(SqlStatement statement) {
        return statement;
    }

    /** An error that a dialect reports may quote the statement or its arguments. */
    private List<SqlStatement> renderRawSql(Execute operation, LiveSchema live) {
        try {
            List<SqlStatement> statements = execute(operation, live);
            return operation.secret()
                    ? statements.stream().map(SqlStatement::asSecret).toList()
                    : statements;
        } catch (UnsupportedFeatureException e) {
            throw new UnsupportedFeatureException(mask(operation).mask(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            throw mask(operation).mask(e) instanceof RuntimeException masked ? masked : e;
        }
    }

    private static SecretMask mask(Execute operation) {
        return operation.secret() ? SecretMask.ofEverything() : SecretMask.ofSql(operation.sql());
    }

    /**
     * Returns the renderer of columns, constraints and indexes. Default: standard SQL. A dialect that overrides this method
     * must return the same object each time.
     */
    public Definitions definitions() {
        return definitions;
    }

    /** Returns whether one {@code ALTER TABLE} can make several changes. Default: false, one statement for each change. */
    protected boolean combinesChanges() {
        return false;
    }

    /**
     * Returns the keyword that keeps a table writable while an index is created or dropped, such as {@code CONCURRENTLY}.
     * Default: an empty string, for databases without one; {@code concurrently()} is then ignored. If there is a keyword,
     * these statements run outside a transaction.
     */
    protected String concurrently() {
        return "";
    }

    /**
     * Returns whether the database has {@code COMMENT ON}. Default: true. If false, {@code createTable} and {@code addColumn}
     * render no statements for comments, and the dialect renders comments in its {@link #definitions} and
     * {@link #tableOptions}.
     */
    protected boolean hasCommentStatements() {
        return true;
    }

    /** Returns a list of one statement without arguments. */
    protected static List<SqlStatement> statement(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    /**
     * Returns an exception to throw for an operation that the database doesn't have. The message begins with the name of the
     * database and {@code reason}, and suggests {@code on(…)} and {@code execute(…)} instead.
     *
     * @param reason the end of a sentence that begins with the name of the database, such as {@code has no sequences}
     */
    public final UnsupportedFeatureException unsupported(String reason) {
        return new UnsupportedFeatureException(name() + " " + reason
                + ". Put it inside on(Database.…) for the databases that support it, or write what " + name()
                + " needs by execute(…).");
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
                        "(\n  " + String.join(",\n  ", definitions().tableElements(table)) + "\n)")
                + tableOptions(operation)));
        if (hasCommentStatements()) {
            if (table.comment() != null) {
                statements.addAll(commentOn("TABLE", qualified(table.name()), table.comment()));
            }
            statements.addAll(columnComments(table.name(), table.columns()));
        }
        for (Index index : separateIndexes(table)) {
            statements.addAll(createIndex(new CreateIndex(index, false, operation.ifNotExists()), live));
        }
        return statements;
    }

    /** Returns the indexes that are created by statements of their own, after their table. Default: all. */
    protected List<Index> separateIndexes(Table table) {
        return table.indexes();
    }

    /** Returns the text after the closing parenthesis of {@code CREATE TABLE}. Default: empty. */
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

    /** Returns {@code DROP kind [IF EXISTS] name}; the name must be rendered already. */
    protected static List<SqlStatement> drop(String kind, boolean ifExists, String name) {
        return statement(words("DROP", kind, ifExists ? "IF EXISTS" : "", name));
    }

    /** Returns {@code CREATE kind [IF NOT EXISTS] definition}; the definition must be rendered already. */
    protected static List<SqlStatement> create(String kind, boolean ifNotExists, String definition) {
        return statement(words("CREATE", kind, ifNotExists ? "IF NOT EXISTS" : "", definition));
    }

    @Override
    public List<SqlStatement> renameTable(RenameTable operation, LiveSchema live) {
        return alter(
                operation.from(),
                List.of("RENAME TO " + quote(QualifiedName.parse(operation.to()).name())));
    }

    /** Returns {@code ALTER TABLE} with these clauses: one statement if {@link #combinesChanges}, otherwise one for each clause. */
    protected final List<SqlStatement> alter(String table, List<String> clauses) {
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
            List<String> combined = alterClauses(change, live);
            if (combined.isEmpty()) {
                statements.addAll(alter(operation.table(), clauses));
                clauses.clear();
                statements.addAll(change.accept(this, live));
            } else {
                clauses.addAll(combined);
            }
        }
        statements.addAll(alter(operation.table(), clauses));
        return journaledAs(statements, operation);
    }

    /** Identifies statements by their operation, if their SQL depends on the current schema. */
    protected static List<SqlStatement> journaledAs(List<SqlStatement> statements, Operation operation) {
        return statements.stream()
                .map(statement -> statement.journaledAs(operation.toString()))
                .toList();
    }

    /**
     * Returns a change as clauses of {@code ALTER TABLE}. Default: clauses for added, altered and dropped columns and for
     * added and dropped constraints. If a subclass returns no clauses, {@code alterTable} renders the change as statements of
     * its own, by the method of {@link OperationVisitor} for it.
     */
    protected List<String> alterClauses(TableChange change, LiveSchema live) {
        if (change instanceof AddColumn add && (add.column().comment() == null || !hasCommentStatements())) {
            return addColumnClauses(add);
        } else if (change instanceof DropColumn drop) {
            return List.of(words("DROP COLUMN", drop.ifExists() ? "IF EXISTS" : "", quote(drop.name())));
        } else if (change instanceof AlterColumn alter) {
            return alterColumnClauses(alter, live);
        } else if (change instanceof AddConstraint add) {
            return List.of("ADD " + definitions().constraint(add.constraint()));
        } else if (change instanceof DropConstraint drop) {
            return List.of(dropConstraintClause(DroppedConstraint.find(drop, live, definitions())));
        }
        return List.of();
    }

    /** Returns the clauses that add a column: one for the column, then one for each of its constraints. */
    protected List<String> addColumnClauses(AddColumn operation) {
        List<String> clauses = new ArrayList<>();
        clauses.add(words(
                "ADD COLUMN",
                operation.ifNotExists() ? "IF NOT EXISTS" : "",
                definitions().column(operation.column())));
        operation
                .constraints()
                .forEach(constraint -> clauses.add("ADD " + definitions().constraint(constraint)));
        return clauses;
    }

    /**
     * Returns the clauses that alter a column, in standard SQL: type and collation, identity, nullability, default.
     *
     * @param live the tables of the database, for databases that must repeat what doesn't change
     */
    protected List<String> alterColumnClauses(AlterColumn operation, LiveSchema live) {
        String column = "ALTER COLUMN " + quote(operation.column()) + " ";
        List<String> clauses = new ArrayList<>();
        ColumnType type = operation.type();
        if (type != null) {
            if (type instanceof ColumnType.Enumerated && checksEnums()) {
                throw unsupported("has no enums, and the check of the values would have to change too");
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
            clauses.add(column + identityClause(operation.identity(), columnBefore(operation, live)));
        }
        return clauses;
    }

    /** A change of the type resets the collation, so a collation that must stay is repeated. */
    private String collation(AlterColumn operation, LiveSchema live) {
        String collation = operation.collation();
        if (collation == null && !operation.dropsCollation()) {
            collation = columnBefore(operation, live).map(Column::collation).orElse(null);
        }
        return collation == null ? "" : " COLLATE " + definitions().collation(collation);
    }

    /**
     * Returns the end of the {@code ALTER COLUMN} clause that makes an existing column an identity column.
     *
     * @param before the column before the change, if it is known
     */
    protected String identityClause(Identity identity, Optional<Column> before) {
        return "ADD " + definitions().identity(identity);
    }

    /**
     * Returns a column before it is altered: as the database has it or, in a script, as the migration specifies it with
     * {@code from(…)}. Empty if neither is known.
     */
    protected static Optional<Column> columnBefore(AlterColumn operation, LiveSchema live) {
        return live.canBeAsked()
                ? live.table(operation.table()).flatMap(table -> table.column(operation.column()))
                : Optional.ofNullable(operation.from());
    }

    /**
     * Returns the type for which a new default of a column is rendered. Default: the type that the migration specifies, or a
     * text. Override it if defaults of some types are written differently, and read the type from {@code live}.
     */
    protected ColumnType typeForDefault(AlterColumn operation, LiveSchema live) {
        if (operation.type() != null) {
            return operation.type();
        }
        return operation.from() == null
                ? ColumnType.Plain.TEXT
                : operation.from().type();
    }

    /** Returns the clause of {@code ALTER TABLE} that drops a constraint. */
    protected String dropConstraintClause(DroppedConstraint drop) {
        return words("DROP CONSTRAINT", drop.ifExists() ? "IF EXISTS" : "", quote(drop.name()));
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation, LiveSchema live) {
        List<SqlStatement> statements = new ArrayList<>(alter(operation.table(), addColumnClauses(operation)));
        if (!combinesChanges()) {
            markUnnamedConstraints(statements, operation);
        }
        if (hasCommentStatements()) {
            statements.addAll(columnComments(operation.table(), List.of(operation.column())));
        }
        return statements;
    }

    /** The statement for the column is followed by one for each constraint. */
    private static void markUnnamedConstraints(List<SqlStatement> statements, AddColumn operation) {
        for (int i = 1; i < statements.size(); i++) {
            Constraint constraint = operation.constraints().get(i - 1);
            if (constraint.name() == null) {
                statements.set(
                        i,
                        statements
                                .get(i)
                                .withEffect(new UnnamedConstraint(
                                        operation.table(), operation.column().name(), constraint)));
            }
        }
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation, LiveSchema live) {
        return alter(operation.table(), alterClauses(operation, live));
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn operation, LiveSchema live) {
        return alter(
                operation.table(),
                List.of("RENAME COLUMN " + quote(operation.from()) + " TO " + quote(operation.to())));
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation, LiveSchema live) {
        List<SqlStatement> statements = new ArrayList<>(alter(operation.table(), alterColumnClauses(operation, live)));
        if (!combinesChanges()) {
            addEffects(statements, operation);
        }
        return journaledAs(statements, operation);
    }

    /** The type comes first, the identity last. Of two equal types, nothing shows whether the values were converted. */
    private static void addEffects(List<SqlStatement> statements, AlterColumn operation) {
        int last = statements.size() - 1;
        Column from = operation.from();
        if (operation.using() != null && from != null && !from.type().equals(operation.type())) {
            statements.set(
                    0,
                    statements
                            .get(0)
                            .withEffect(new AlteredColumn(
                                    operation.table(), operation.column(), from.type(), operation.type(), null)));
        }
        if (operation.identity() != null) {
            statements.set(
                    last,
                    statements
                            .get(last)
                            .withEffect(new AlteredColumn(
                                    operation.table(), operation.column(), null, null, operation.identity())));
        }
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
        return alter(operation.table(), alterClauses(operation, live));
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation, LiveSchema live) {
        return journaledAs(alter(operation.table(), alterClauses(operation, live)), operation);
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation, LiveSchema live) {
        return alter(
                operation.table(),
                List.of("RENAME CONSTRAINT " + quote(operation.from()) + " TO " + quote(operation.to())));
    }

    /** Returns no statements: a database that can't add a constraint unchecked has checked it when it was added. */
    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation, LiveSchema live) {
        Index index = operation.index();
        String how = operation.concurrently() ? concurrently() : "";
        SqlStatement statement = SqlStatement.of(words(
                "CREATE " + definitions().indexKind(index),
                how,
                operation.ifNotExists() ? "IF NOT EXISTS" : "",
                definitions().index(index)));
        return List.of(how.isEmpty() ? statement : statement.outsideTransaction());
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation, LiveSchema live) {
        String how = operation.concurrently() ? concurrently() : "";
        SqlStatement statement = SqlStatement.of(words(
                "DROP INDEX",
                how,
                operation.ifExists() ? "IF EXISTS" : "",
                indexName(operation.name(), operation.table())));
        return List.of(how.isEmpty() ? statement : statement.outsideTransaction());
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex operation, LiveSchema live) {
        return statement("ALTER INDEX " + indexName(operation.from(), operation.table()) + " RENAME TO "
                + quote(QualifiedName.parse(operation.to()).name()));
    }

    /** Returns the name of an index in SQL, with the schema of its table unless the name has a schema of its own. */
    protected final String indexName(String index, @Nullable String table) {
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

    /** Returns no statements: without enum types, the values belong to each column. */
    @Override
    public List<SqlStatement> createEnum(CreateEnum operation, LiveSchema live) {
        return List.of();
    }

    /** Returns no statements: without enum types, the values belong to each column. */
    @Override
    public List<SqlStatement> dropEnum(DropEnum operation, LiveSchema live) {
        return List.of();
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue operation, LiveSchema live) {
        throw unsupported("has no enums that are types of their own: their values stand with each column");
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
        throw unsupported("has no extensions");
    }

    @Override
    public List<SqlStatement> dropExtension(DropExtension operation, LiveSchema live) {
        throw unsupported("has no extensions");
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
        SqlStatement statement = new SqlStatement(
                "INSERT INTO " + qualified(operation.table()) + " "
                        + definitions().columnList(operation.columns()) + " VALUES (" + values + ")",
                operation.rows(),
                true,
                false);
        return List.of(statement.withArguments(this::boundValue));
    }

    /** Returns the object that JDBI binds for a value of {@code insert(…)}. Default: the value itself. */
    protected Object boundValue(Object value) {
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
        return render(operation.operation(), live).stream()
                .map(SqlStatement::outsideTransaction)
                .toList();
    }

    @Override
    public List<SqlStatement> setTimeout(SetTimeout operation, LiveSchema live) {
        return List.of(new SqlStatement(timeout(operation), List.of(), true, true));
    }

    /**
     * Returns the statement that sets {@code lockTimeout} or {@code statementTimeout} for the session. Must be implemented;
     * throws {@link #unsupported} if the database has no such limit. {@link #resetTimeouts} must undo it.
     */
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
