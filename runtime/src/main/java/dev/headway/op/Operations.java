package dev.headway.op;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.NotRecordableException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.Operation.SetTimeout;
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
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.sql.SqlText;
import dev.headway.sql.Utf8Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The directives of a migration. Each directive makes one {@link Operation}, which Headway runs, writes to a script or records.
 *
 * <p>Options follow a directive, as in {@code op.createIndex("ix", "account", "email").concurrently()}: a directive takes
 * effect when the next one is called, or when the migration returns.
 *
 * <p>Tables, indexes, views, sequences and types may be named with their schema, {@code "audit.account"}. Write a name that
 * contains a dot as {@link Sql#name Sql.name("a.b")}. Headway quotes names if they need it.
 *
 * <p>Not thread-safe, and not for use after the migration has returned.
 *
 * @since 0.1
 */
public final class Operations {
    private final RevisionInfo revision;
    private final Sink sink;
    private @Nullable Supplier<? extends Operation> pending;

    private Operations(RevisionInfo revision, Sink sink) {
        this.revision = revision;
        this.sink = sink;
    }

    /**
     * Passes the operations of {@code directives} to {@code sink}.
     *
     * @throws Exception from the directives or the sink
     */
    public static void perform(RevisionInfo revision, Directives directives, Sink sink) throws Exception {
        Operations op = new Operations(revision, sink);
        directives.applyTo(op);
        op.flush();
    }

    /** Creates a table. */
    public TableOptions createTable(String name, Consumer<TableDraft> definition) {
        Table table = TableDraft.define(name, definition);
        TableOptions options = new TableOptions();
        later(() -> new CreateTable(table, options.isIfNotExists(), options.engine(), options.charset()));
        return options;
    }

    /** Drops a table. No downgrade can be derived; specify the definition for that. */
    public DropOptions dropTable(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropTable(name, null, options.isIfExists()));
        return options;
    }

    /** Drops a table with this definition; the derived downgrade creates it again, without its rows. */
    public DropOptions dropTable(String name, Consumer<TableDraft> definition) {
        Table table = TableDraft.define(name, definition);
        DropOptions options = new DropOptions();
        later(() -> new DropTable(name, table, options.isIfExists()));
        return options;
    }

    /** Renames a table within its schema. */
    public void renameTable(String from, String to) {
        apply(new RenameTable(from, to));
    }

    /** Makes several changes to a table, in one statement if the database can. */
    public void alterTable(String name, Consumer<TableChanges> changes) {
        TableChanges declared = new TableChanges(name);
        changes.accept(declared);
        List<TableChange> all = declared.changes();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(Operation.call("alterTable", name, null)
                    + " changes nothing: declare a change, such as t.dropColumn(\"column\")");
        }
        apply(new AlterTable(name, all));
    }

    /** Sets the comment of a table; null drops it. */
    public TableComment commentOnTable(String table, @Nullable String comment) {
        TableComment change = new TableComment(table, comment);
        later(change::change);
        return change;
    }

    /**
     * Adds a column to a table.
     *
     * @throws IllegalArgumentException if {@code definition} declares several
     */
    public CreateOptions addColumn(String table, Function<Columns, ColumnOptions<?>> definition) {
        return change(table, changes -> changes.addColumn(definition));
    }

    /** Drops a column. No downgrade can be derived; specify the definition for that. */
    public DropOptions dropColumn(String table, String column) {
        return change(table, changes -> changes.dropColumn(column));
    }

    /**
     * Drops a column with this definition, as in {@code dropColumn("account", "nick", c -> c.varchar(20))}; the derived
     * downgrade adds it again, without its values.
     */
    public DropOptions dropColumn(String table, String column, Function<ColumnTypes, ColumnOptions<?>> definition) {
        return change(table, changes -> changes.dropColumn(column, definition));
    }

    /** Renames a column. */
    public void renameColumn(String table, String from, String to) {
        alone(table, changes -> changes.renameColumn(from, to));
    }

    /** Changes a column; the changes follow, as in {@code op.alterColumn("account", "email").varchar(400).notNull()}. */
    public ColumnChange<?> alterColumn(String table, String column) {
        return change(table, changes -> changes.alterColumn(column));
    }

    /** Sets the comment of a column; null drops it. */
    public ColumnComment commentOnColumn(String table, String column, @Nullable String comment) {
        return change(table, changes -> changes.commentOnColumn(column, comment));
    }

    /** Adds a primary key with a name. */
    public void addPrimaryKey(String name, String table, String column, String... more) {
        alone(table, changes -> changes.addPrimaryKey(name, column, more));
    }

    /** Adds a unique constraint with a name. */
    public UniqueDraft addUnique(String name, String table, String column, String... more) {
        return change(table, changes -> changes.addUnique(name, column, more));
    }

    /** Adds a foreign key with a name; {@code references} follows. */
    public ForeignKeyTarget<ForeignKeyDraft> addForeignKey(String name, String table, String column, String... more) {
        return change(table, changes -> changes.addForeignKey(name, column, more));
    }

    /** Adds a CHECK constraint with a name and a condition in the database's SQL. */
    public CheckDraft addCheck(String name, String table, String condition) {
        return change(table, changes -> changes.addCheck(name, condition));
    }

    /** Adds an exclusion constraint with a name (PostgreSQL); {@code with} follows. */
    public ExclusionElements addExclusion(String name, String table) {
        return change(table, changes -> changes.addExclusion(name));
    }

    /** Drops a constraint. No downgrade can be derived; specify the definition for that. */
    public DropOptions dropConstraint(String name, String table) {
        return change(table, changes -> changes.dropConstraint(name));
    }

    /**
     * Drops a constraint with this definition, as in {@code dropConstraint("uq", "account", c -> c.unique("email"))}; the
     * derived downgrade adds it again.
     */
    public DropOptions dropConstraint(
            String name, String table, Function<ConstraintKinds, ConstraintDraft> definition) {
        return change(table, changes -> changes.dropConstraint(name, definition));
    }

    /**
     * Drops the constraint with this definition, whatever its name. A name that the database has chosen may differ from one
     * database to the next, and SQLite chooses none.
     */
    public DropOptions dropConstraint(String table, Function<ConstraintKinds, ConstraintDraft> definition) {
        return change(table, changes -> changes.dropConstraint(definition));
    }

    /** Renames a constraint. */
    public void renameConstraint(String table, String from, String to) {
        alone(table, changes -> changes.renameConstraint(from, to));
    }

    /** Checks the rows that existed before a constraint that was added with {@code notValid()}. */
    public void validateConstraint(String name, String table) {
        alone(table, changes -> changes.validateConstraint(name));
    }

    /** Creates an index; its first key follows, as in {@code createIndex("ix", "account").expression("lower(email)")}. */
    public IndexKeys<CreateIndexOptions> createIndex(String name, String table) {
        return create(new CreateIndexOptions(name, table, List.of()));
    }

    /** Creates an index on columns. */
    public CreateIndexOptions createIndex(String name, String table, String column, String... more) {
        return create(new CreateIndexOptions(name, table, NameList.of(column, more)));
    }

    private CreateIndexOptions create(CreateIndexOptions options) {
        later(options::operation);
        return options;
    }

    /** Drops an index, on a database that finds an index without its table. No downgrade can be derived. */
    public DropIndexOptions dropIndex(String name) {
        return drop(new DropIndexOptions(name, null, null));
    }

    /** Drops an index of a table. No downgrade can be derived; specify the definition for that. */
    public DropIndexOptions dropIndex(String name, String table) {
        return drop(new DropIndexOptions(name, table, null));
    }

    /** Drops an index on columns; the derived downgrade creates it again. */
    public DropIndexOptions dropIndex(String name, String table, String column, String... more) {
        IndexDraft draft = new IndexDraft(name, table, NameList.of(column, more));
        return drop(new DropIndexOptions(name, table, draft.index()));
    }

    /**
     * Drops an index with this definition, as in {@code dropIndex("ix", "account", i -> i.column("email").unique())}; the
     * derived downgrade creates it again.
     */
    public DropIndexOptions dropIndex(
            String name, String table, Function<IndexKeys<IndexDraft>, IndexDraft> definition) {
        IndexDraft draft = definition.apply(new IndexDraft(name, table, List.of()));
        return drop(new DropIndexOptions(name, table, draft.index()));
    }

    private DropIndexOptions drop(DropIndexOptions options) {
        later(options::operation);
        return options;
    }

    /** Renames an index of a table. */
    public void renameIndex(String table, String from, String to) {
        apply(new RenameIndex(table, from, to));
    }

    /** Creates a sequence that starts with 1 and is incremented by 1. */
    public CreateOptions createSequence(String name) {
        return createSequence(name, sequence -> {});
    }

    /** Creates a sequence with this definition. */
    public CreateOptions createSequence(String name, Consumer<SequenceDraft> definition) {
        Sequence sequence = SequenceDraft.define(name, definition);
        CreateOptions options = new CreateOptions();
        later(() -> new CreateSequence(sequence, options.isIfNotExists()));
        return options;
    }

    /** Drops a sequence. No downgrade can be derived; specify the definition for that. */
    public DropOptions dropSequence(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropSequence(name, null, options.isIfExists()));
        return options;
    }

    /** Drops a sequence with this definition; the derived downgrade creates it again. */
    public DropOptions dropSequence(String name, Consumer<SequenceDraft> definition) {
        Sequence sequence = SequenceDraft.define(name, definition);
        DropOptions options = new DropOptions();
        later(() -> new DropSequence(name, sequence, options.isIfExists()));
        return options;
    }

    /** Creates an enum type. On a database without enum types it does nothing, since each column declares its values. */
    public void createEnum(String name, String... values) {
        apply(new CreateEnum(name, List.of(values)));
    }

    /**
     * Drops an enum type. On a database without enum types it does nothing. If the values are specified, the derived
     * downgrade creates it again.
     */
    public DropOptions dropEnum(String name, String... values) {
        DropOptions options = new DropOptions();
        later(() -> new DropEnum(name, List.of(values), options.isIfExists()));
        return options;
    }

    /** Adds a value to an enum type. */
    public CreateOptions addEnumValue(String name, String value) {
        CreateOptions options = new CreateOptions();
        later(() -> new AddEnumValue(name, value, options.isIfNotExists()));
        return options;
    }

    /** Creates a view of a query in the database's SQL. */
    public ViewOptions createView(String name, String query) {
        ViewOptions options = new ViewOptions();
        later(() -> new CreateView(name, query, options.isOrReplace()));
        return options;
    }

    /** Drops a view. No downgrade can be derived; specify the query for that. */
    public DropOptions dropView(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropView(name, null, options.isIfExists()));
        return options;
    }

    /** Drops a view of this query; the derived downgrade creates it again. */
    public DropOptions dropView(String name, String query) {
        DropOptions options = new DropOptions();
        later(() -> new DropView(name, query, options.isIfExists()));
        return options;
    }

    /** Creates a schema. */
    public CreateOptions createSchema(String name) {
        CreateOptions options = new CreateOptions();
        later(() -> new CreateSchema(name, options.isIfNotExists()));
        return options;
    }

    /** Drops a schema, which must be empty. */
    public DropOptions dropSchema(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropSchema(name, options.isIfExists()));
        return options;
    }

    /** Installs an extension (PostgreSQL). */
    public CreateOptions createExtension(String name) {
        CreateOptions options = new CreateOptions();
        later(() -> new CreateExtension(name, options.isIfNotExists()));
        return options;
    }

    /** Removes an extension (PostgreSQL). */
    public DropOptions dropExtension(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropExtension(name, options.isIfExists()));
        return options;
    }

    /**
     * Runs one SQL statement. Without arguments the database receives it exactly as written; with arguments, each {@code ?}
     * stands for the next one.
     */
    public ExecuteOptions execute(String sql, @Nullable Object... arguments) {
        List<@Nullable Object> values = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments)));
        return execute(sql, secret -> new Execute(sql, values, secret));
    }

    /**
     * Runs one SQL statement in which {@code :name} stands for a value, except in quotes, in a comment and directly after a
     * word.
     *
     * @throws IllegalArgumentException if a value is missing or unused
     */
    public ExecuteOptions execute(String sql, Map<String, ?> arguments) {
        Map<String, ?> values = new HashMap<>(arguments);
        return execute(sql, secret -> NamedArguments.bind(sql, values, secret, sink.syntax()));
    }

    private ExecuteOptions execute(String sql, Function<Boolean, Execute> statement) {
        flush();
        new RawSql(revision, sink.syntax()).requireNoTransactionControl(sql);
        ExecuteOptions options = new ExecuteOptions(statement);
        later(options::operation);
        return options;
    }

    /**
     * Runs the statements of a script in UTF-8, each exactly as written. They end with semicolons. Headway reads quotes,
     * comments and bodies of procedures, functions and triggers as the database does, and follows {@code DELIMITER //}.
     *
     * @param path a resource in the package of the migration, such as {@code "views.sql"}, or anywhere on the class path if it
     *     starts with a slash, such as {@code "/db/views.sql"}
     * @throws UnsupportedChangeException if the script doesn't exist, is not in UTF-8, or contains a statement that controls
     *     transactions or a command of a client program
     */
    public void script(String path) {
        executeAll("the script " + path, read(path));
    }

    private String read(String path) {
        try {
            return ScriptResource.of(path, revision.type()).read();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedChangeException(
                    revision.id(), revision.describe(), "script(\"" + path + "\")", e.getMessage() + ".");
        }
    }

    /** Runs the statements of a script that is given as text, in the same way as {@link #script}. */
    public void executeAll(String script) {
        executeAll("the script", script);
    }

    private void executeAll(String name, String text) {
        String script = Utf8Text.withoutMark(text);
        List<String> statements = SqlText.of(script, sink.syntax()).statements();
        new RawSql(revision, sink.syntax()).requireStatements(name, script, statements);
        for (String statement : statements) {
            apply(new Execute(statement, List.of()));
        }
    }

    /**
     * Inserts rows, each with the same columns.
     *
     * <p>PostgreSQL accepts a {@code String} for a column of any type, and a value of a Java enum for a column of an enum
     * type. H2 stores a {@code String} in a column of type JSON as a JSON string: write
     * {@code execute("INSERT INTO … VALUES (? FORMAT JSON)", …)} instead.
     *
     * @throws IllegalArgumentException if rows differ in their columns
     */
    public void insert(String table, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(new TreeSet<>(rows.get(0).keySet()));
        List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
        for (Map<String, ?> row : rows) {
            if (!row.keySet().equals(rows.get(0).keySet())) {
                throw new IllegalArgumentException("The rows for table '" + table + "' differ in their columns: "
                        + new TreeSet<>(row.keySet()) + " and " + columns + ". Insert them with two directives");
            }
            List<@Nullable Object> ordered = new ArrayList<>(columns.size());
            columns.forEach(column -> ordered.add(row.get(column)));
            values.add(Collections.unmodifiableList(ordered));
        }
        apply(new Insert(table, columns, Collections.unmodifiableList(values)));
    }

    /** Inserts one row. */
    public void insert(String table, Map<String, ?> row) {
        insert(table, List.of(row));
    }

    /**
     * Changes many rows in batches, so that locks are short. The statement is repeated, each time in a transaction of its
     * own, until it changes no row, or with {@code byKey} for all numbers of a key. A revision with a backfill runs each
     * statement in a transaction of its own.
     *
     * <p>A failed backfill restarts from the beginning, so its statement must skip rows that it has already updated, as in
     * {@code WHERE full_name IS NULL}. Without {@code byKey}, it never ends otherwise.
     */
    public BackfillOptions backfill(String sql) {
        new RawSql(revision, sink.syntax()).requireNoTransactionControl(sql);
        BackfillOptions options = new BackfillOptions(sql, sink.syntax());
        later(options::operation);
        return options;
    }

    /** Runs directives outside a transaction. The statements of such a revision are not in one transaction. */
    public void autocommit(Directives directives) throws Exception {
        flush();
        perform(revision, directives, new AutocommitSink(sink));
    }

    /** Runs directives on one database only. Other databases skip them; they are not even validated for them. */
    public void on(Database database, Directives directives) throws Exception {
        on(List.of(database), directives);
    }

    /** Runs directives on some databases only. Other databases skip them; they are not even validated for them. */
    public void on(List<Database> databases, Directives directives) throws Exception {
        if (databases.contains(sink.database())) {
            directives.applyTo(this);
        }
    }

    /** Returns the database, for values that differ, such as a type. For directives that differ, use {@code on}. */
    public Database database() {
        return sink.database();
    }

    /** Limits how long a statement waits for a lock, until the revision ends. */
    public void lockTimeout(Duration limit) {
        apply(new SetTimeout(SetTimeout.Kind.LOCK, limit));
    }

    /** Limits how long a statement takes, until the revision ends. */
    public void statementTimeout(Duration limit) {
        apply(new SetTimeout(SetTimeout.Kind.STATEMENT, limit));
    }

    /** Returns the current schema of the database. A revision that calls this can't be written to a script. */
    public LiveSchema inspect() {
        flush();
        return sink.inspect();
    }

    /**
     * Returns the JDBI handle of this revision's transaction, for changes without a directive. Headway doesn't record its
     * statements, so no downgrade can be derived. Don't commit, roll back or close it.
     */
    public Handle handle() {
        flush();
        return sink.handle();
    }

    /**
     * Reverts directives: records them, and applies their inverses in reverse order.
     *
     * @throws IrreversibleMigrationException if one of them has no inverse; then none is applied
     * @throws Exception from the directives
     */
    public void undo(Directives directives) throws Exception {
        flush();
        RecordingSink recorded = new RecordingSink(sink.database(), sink.syntax());
        try {
            perform(revision, directives, recorded);
        } catch (NotRecordableException e) {
            throw irreversible(e.directive(), "Write the downgrade by hand.");
        }
        List<Operation> inverses = new ArrayList<>();
        for (Operation operation : recorded.operations()) {
            inverses.add(0, inverse(operation));
        }
        inverses.forEach(sink::accept);
    }

    private Operation inverse(Operation operation) {
        return operation.inverse().orElseThrow(() -> irreversible(operation.directive(), operation.advice()));
    }

    private IrreversibleMigrationException irreversible(String directive, String advice) {
        return new IrreversibleMigrationException(revision.id(), revision.describe(), directive, advice);
    }

    /** Applies an operation, such as a {@link CustomOperation}. */
    public void apply(Operation operation) {
        flush();
        sink.accept(operation);
    }

    private <T> T change(String table, Function<TableChanges, T> directive) {
        TableChanges changes = new TableChanges(table);
        T options = directive.apply(changes);
        later(() -> changes.changes().get(0));
        return options;
    }

    private void alone(String table, Consumer<TableChanges> directive) {
        TableChanges changes = new TableChanges(table);
        directive.accept(changes);
        apply(changes.changes().get(0));
    }

    private void later(Supplier<? extends Operation> operation) {
        flush();
        pending = operation;
    }

    private void flush() {
        Supplier<? extends Operation> next = pending;
        pending = null;
        if (next != null) {
            sink.accept(next.get());
        }
    }
}
