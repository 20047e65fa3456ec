package dev.headway.op;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.NotRecordableException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a migration can say. Each directive makes one {@link Operation}; what happens to it - that it runs, or is only
 * recorded - is not the migration's concern.
 *
 * <p>Options follow a directive, as in {@code op.createIndex("ix", "account", "email").concurrently()}: a directive takes
 * effect when the next one is called, or when the migration returns.
 *
 * <p>Tables, indexes, views, sequences and types may be named with their schema, {@code "audit.account"}. A name that has a
 * dot in it is given as {@link Sql#name Sql.name("a.b")}. Names are quoted where they must be, and only there.
 *
 * <p>Not for use by several threads, nor after the migration has returned.
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
     * Hands what {@code directives} say for {@code revision} to {@code sink}.
     *
     * @throws Exception what the directives or the sink throw
     */
    public static void perform(RevisionInfo revision, Directives directives, Sink sink) throws Exception {
        Operations op = new Operations(revision, sink);
        directives.applyTo(op);
        op.flush();
    }

    /** Creates a table with the columns and constraints that {@code definition} declares. */
    public TableOptions createTable(String name, Consumer<TableDraft> definition) {
        Table table = TableDraft.define(name, definition);
        TableOptions options = new TableOptions();
        later(() -> new CreateTable(table, options.isIfNotExists(), options.engine(), options.charset()));
        return options;
    }

    /** Drops a table. A downgrade cannot be derived from this; name the definition for that. */
    public DropOptions dropTable(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropTable(name, null, options.isIfExists()));
        return options;
    }

    /** Drops a table that is as {@code definition} says; the derived downgrade creates it again, without its rows. */
    public DropOptions dropTable(String name, Consumer<TableDraft> definition) {
        Table table = TableDraft.define(name, definition);
        DropOptions options = new DropOptions();
        later(() -> new DropTable(name, table, options.isIfExists()));
        return options;
    }

    /** Gives a table another name, in the same schema. */
    public void renameTable(String from, String to) {
        apply(new RenameTable(from, to));
    }

    /** Makes several changes to a table: at once, where the database can. */
    public void alterTable(String name, Consumer<TableChanges> changes) {
        TableChanges declared = new TableChanges(name);
        changes.accept(declared);
        List<TableChange> all = declared.changes();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Nothing is said of what changes about table '" + name + "'");
        }
        apply(new AlterTable(name, all));
    }

    /** Says what a table is for; null takes a comment away. */
    public TableComment commentOnTable(String table, @Nullable String comment) {
        TableComment change = new TableComment(table, comment);
        later(change::change);
        return change;
    }

    /**
     * Adds one column to a table.
     *
     * @throws IllegalArgumentException if {@code definition} declares none, or several
     */
    public CreateOptions addColumn(String table, Consumer<Columns> definition) {
        return change(table, changes -> changes.addColumn(definition));
    }

    /** Drops a column. A downgrade cannot be derived from this; name the definition for that. */
    public DropOptions dropColumn(String table, String column) {
        return change(table, changes -> changes.dropColumn(column));
    }

    /**
     * Drops a column that is as {@code definition} says, as in {@code dropColumn("account", "nick", c -> c.varchar(20))};
     * the derived downgrade adds it again, without its values.
     */
    public DropOptions dropColumn(String table, String column, Consumer<ColumnTypes<ColumnDraft>> definition) {
        return change(table, changes -> changes.dropColumn(column, definition));
    }

    /** Gives a column another name. */
    public void renameColumn(String table, String from, String to) {
        alone(table, changes -> changes.renameColumn(from, to));
    }

    /** Changes a column as is said next: {@code op.alterColumn("account", "email").varchar(400).notNull()}. */
    public ColumnChange alterColumn(String table, String column) {
        return change(table, changes -> changes.alterColumn(column));
    }

    /** Says what a column is for; null takes a comment away. */
    public ColumnComment commentOnColumn(String table, String column, @Nullable String comment) {
        return change(table, changes -> changes.commentOnColumn(column, comment));
    }

    /** Makes columns the primary key of a table, by a constraint of this name. */
    public void addPrimaryKey(String name, String table, String... columns) {
        alone(table, changes -> changes.addPrimaryKey(name, columns));
    }

    /** Lets no two rows of a table share the values of all these columns, by a constraint of this name. */
    public UniqueDraft addUnique(String name, String table, String... columns) {
        return change(table, changes -> changes.addUnique(name, columns));
    }

    /** Makes columns of a table point at a row of another, by a constraint of this name; {@code references} follows. */
    public ForeignKeyDraft addForeignKey(String name, String table, String... columns) {
        return change(table, changes -> changes.addForeignKey(name, columns));
    }

    /** Lets a condition, in the SQL of the database, be not false for any row of a table, by a constraint of this name. */
    public CheckDraft addCheck(String name, String table, String condition) {
        return change(table, changes -> changes.addCheck(name, condition));
    }

    /** Lets a table have no two rows for which operators, said next, are all true, by a constraint of this name. */
    public ExclusionDraft addExclusion(String name, String table) {
        return change(table, changes -> changes.addExclusion(name));
    }

    /** Drops a constraint. A downgrade cannot be derived from this; name the definition for that. */
    public DropOptions dropConstraint(String name, String table) {
        return change(table, changes -> changes.dropConstraint(name));
    }

    /**
     * Drops a constraint that is as {@code definition} says, as in
     * {@code dropConstraint("uq", "account", c -> c.unique("email"))}; the derived downgrade adds it again.
     */
    public DropOptions dropConstraint(String name, String table, Consumer<ConstraintKinds> definition) {
        return change(table, changes -> changes.dropConstraint(name, definition));
    }

    /**
     * Drops the constraint that is as {@code definition} says, whatever its name: where the database made one up, it may be
     * another one in each database, and on SQLite there is none.
     */
    public DropOptions dropConstraint(String table, Consumer<ConstraintKinds> definition) {
        return change(table, changes -> changes.dropConstraint(definition));
    }

    /** Gives a constraint another name. */
    public void renameConstraint(String table, String from, String to) {
        alone(table, changes -> changes.renameConstraint(from, to));
    }

    /** Checks the rows that were there before a constraint that was added {@code notValid()}. */
    public void validateConstraint(String name, String table) {
        alone(table, changes -> changes.validateConstraint(name));
    }

    /** Creates an index on columns of a table; what else it is sorted by may follow. */
    public IndexOptions createIndex(String name, String table, String... columns) {
        IndexOptions options = new IndexOptions(name, table, columns);
        later(() -> new CreateIndex(options.index(), options.isConcurrently(), options.isIfExists()));
        return options;
    }

    /** Drops an index, for databases that tell indexes apart without their table. No downgrade can be derived. */
    public IndexOptions dropIndex(String name) {
        IndexOptions options = new IndexOptions(name, name);
        later(() -> new DropIndex(name, null, null, options.isConcurrently(), options.isIfExists()));
        return options;
    }

    /** Drops an index of a table. If it is said what it is on, the derived downgrade creates it again. */
    public IndexOptions dropIndex(String name, String table, String... columns) {
        IndexOptions options = new IndexOptions(name, table, columns);
        later(() -> new DropIndex(
                name,
                table,
                options.saysWhatItIsOn() ? options.index() : null,
                options.isConcurrently(),
                options.isIfExists()));
        return options;
    }

    /** Gives an index of a table another name. */
    public void renameIndex(String table, String from, String to) {
        apply(new RenameIndex(table, from, to));
    }

    /** Creates a sequence that numbers from 1 on, one by one. */
    public CreateOptions createSequence(String name) {
        return createSequence(name, sequence -> {});
    }

    /** Creates a sequence that is as {@code definition} says. */
    public CreateOptions createSequence(String name, Consumer<SequenceDraft> definition) {
        Sequence sequence = SequenceDraft.define(name, definition);
        CreateOptions options = new CreateOptions();
        later(() -> new CreateSequence(sequence, options.isIfNotExists()));
        return options;
    }

    /** Drops a sequence. A downgrade cannot be derived from this; name the definition for that. */
    public DropOptions dropSequence(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropSequence(name, null, options.isIfExists()));
        return options;
    }

    /** Drops a sequence that is as {@code definition} says; the derived downgrade creates it again. */
    public DropOptions dropSequence(String name, Consumer<SequenceDraft> definition) {
        Sequence sequence = SequenceDraft.define(name, definition);
        DropOptions options = new DropOptions();
        later(() -> new DropSequence(name, sequence, options.isIfExists()));
        return options;
    }

    /** Creates an enum, where that is a type of its own; elsewhere each column says its values itself. */
    public void createEnum(String name, String... values) {
        apply(new CreateEnum(name, List.of(values)));
    }

    /** Drops an enum, where that is a type of its own. If its values are said, the derived downgrade creates it again. */
    public DropOptions dropEnum(String name, String... values) {
        DropOptions options = new DropOptions();
        later(() -> new DropEnum(name, List.of(values), options.isIfExists()));
        return options;
    }

    /** Adds a value to an enum that is a type of its own. */
    public CreateOptions addEnumValue(String name, String value) {
        CreateOptions options = new CreateOptions();
        later(() -> new AddEnumValue(name, value, options.isIfNotExists()));
        return options;
    }

    /** Creates a view that shows what a query in the SQL of the database finds. */
    public ViewOptions createView(String name, String query) {
        ViewOptions options = new ViewOptions();
        later(() -> new CreateView(name, query, options.isOrReplace()));
        return options;
    }

    /** Drops a view. A downgrade cannot be derived from this; name the query for that. */
    public DropOptions dropView(String name) {
        DropOptions options = new DropOptions();
        later(() -> new DropView(name, null, options.isIfExists()));
        return options;
    }

    /** Drops a view of a query; the derived downgrade creates it again. */
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
     * Runs one SQL statement. Without arguments it reaches the database exactly as it is written; with arguments each
     * {@code ?} stands for the next one.
     */
    public void execute(String sql, @Nullable Object... arguments) {
        apply(new Execute(sql, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments)))));
    }

    /**
     * Runs one SQL statement in which {@code :name} stands for values, wherever it is not in quotes, in a comment, or
     * directly behind a word.
     *
     * @throws IllegalArgumentException if a value is missing, or the statement does not ask for it
     */
    public void execute(String sql, Map<String, ?> arguments) {
        apply(NamedArguments.bind(sql, arguments, sink.syntax()));
    }

    /**
     * Runs the statements of a script in UTF-8, each exactly as it is written. They end with semicolons; quotes, comments
     * and bodies of procedures, functions and triggers are read as the database reads them, and a line
     * {@code DELIMITER //} is heeded.
     *
     * @param path a resource beside the class of the migration, as in {@code "views.sql"}, or with a slash in front one
     *     anywhere on the class path, as in {@code "/db/views.sql"}
     * @throws IllegalArgumentException if it is not there
     */
    public void script(String path) {
        String script = ScriptResource.of(path, revision.type()).read();
        executeAll(script);
    }

    /** Runs the statements of a script that is given as text; they are read as those of {@link #script}. */
    public void executeAll(String script) {
        SqlText.of(script, sink.syntax()).statements().forEach(this::execute);
    }

    /**
     * Adds rows, each with the same columns.
     *
     * <p>A {@code String} may go into columns of any type on PostgreSQL, and the name of an enum's constant into a column of
     * an enum. H2 takes a {@code String} for a column of type JSON to be a text within JSON: there, write
     * {@code execute("INSERT INTO … VALUES (? FORMAT JSON)", …)}.
     *
     * @throws IllegalArgumentException if rows differ in their columns
     */
    public void insert(String table, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(new TreeSet<>(rows.get(0).keySet()));
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            if (!row.keySet().equals(rows.get(0).keySet())) {
                throw new IllegalArgumentException("The rows for table '" + table + "' differ in their columns: "
                        + new TreeSet<>(row.keySet()) + " and " + columns + ". Insert them by two directives");
            }
            List<@Nullable Object> ordered = new ArrayList<>();
            columns.forEach(column -> ordered.add(row.get(column)));
            values.add(Collections.unmodifiableList(ordered));
        }
        apply(new Insert(table, columns, Collections.unmodifiableList(values)));
    }

    /** Adds one row. */
    public void insert(String table, Map<String, ?> row) {
        insert(table, List.of(row));
    }

    /**
     * Changes many rows a few at a time, so that locks are short: the statement is run again and again, each time in a
     * transaction of its own, until it changes no row, or with {@code byKey} over all numbers of a key. A revision that says
     * this runs statement by statement.
     *
     * <p>After a failure it is begun anew, so the statement must leave alone what it has changed before, as by
     * {@code WHERE full_name IS NULL}. Without {@code byKey}, it would never end otherwise.
     */
    public BackfillOptions backfill(String sql) {
        BackfillOptions options = new BackfillOptions(sql, sink.syntax());
        later(options::operation);
        return options;
    }

    /** Does something outside a transaction: a revision that says this runs statement by statement. */
    public void autocommit(Directives directives) throws Exception {
        flush();
        perform(revision, directives, new AutocommitSink(sink));
    }

    /** Says something for one database only. */
    public void on(Database database, Directives directives) throws Exception {
        on(List.of(database), directives);
    }

    /** Says something for some databases only. */
    public void on(List<Database> databases, Directives directives) throws Exception {
        if (databases.contains(sink.database())) {
            directives.applyTo(this);
        }
    }

    /** Returns which database it is, for values that differ, such as a type; {@code on} is for directives that do. */
    public Database database() {
        return sink.database();
    }

    /** Lets statements wait this long for locks, at most, until the step ends. */
    public void lockTimeout(Duration limit) {
        apply(new SetTimeout(SetTimeout.Kind.LOCK, limit));
    }

    /** Lets statements take this long, at most, until the step ends. */
    public void statementTimeout(Duration limit) {
        apply(new SetTimeout(SetTimeout.Kind.STATEMENT, limit));
    }

    /** Returns what the database has now. A revision that asks for it cannot be written as a script. */
    public LiveSchema inspect() {
        flush();
        return sink.inspect();
    }

    /**
     * Returns the JDBI handle of this step's transaction, for what the directives do not say. What is done with it is not
     * recorded: no downgrade can be derived. Leave its transaction to Headway, and do not close it.
     */
    public Handle handle() {
        flush();
        return sink.handle();
    }

    /**
     * Takes back what {@code directives} would do: records them, and applies the inverses in reverse order.
     *
     * @throws IrreversibleMigrationException if one of them has no inverse; then none is applied
     * @throws Exception what the directives throw
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

    /** Applies an operation that was made elsewhere. */
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
