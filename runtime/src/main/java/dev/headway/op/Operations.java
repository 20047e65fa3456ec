package dev.headway.op;

import dev.headway.IrreversibleMigrationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operation.AddColumn;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropColumn;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
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
 * <p>Not for use by several threads, nor after the migration has returned.
 */
public final class Operations {
    private final RevisionInfo revision;
    private final Sink sink;
    private @Nullable Supplier<Operation> pending;

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
        later(() -> new CreateTable(table, options.isIfNotExists()));
        return options;
    }

    /** Drops a table. A downgrade cannot be derived from this; name the definition for that. */
    public void dropTable(String name) {
        apply(new DropTable(name, null));
    }

    /** Drops a table that is as {@code definition} says; the derived downgrade creates it again, without its rows. */
    public void dropTable(String name, Consumer<TableDraft> definition) {
        apply(new DropTable(name, TableDraft.define(name, definition)));
    }

    /**
     * Adds one column to a table.
     *
     * @throws IllegalArgumentException if {@code definition} declares none, or several
     */
    public void addColumn(String table, Consumer<Columns> definition) {
        ColumnDraft draft = SingleColumn.of(table, definition);
        apply(new AddColumn(table, draft.column(), draft.constraints()));
    }

    /** Drops a column. A downgrade cannot be derived from this; name the definition for that. */
    public void dropColumn(String table, String column) {
        apply(new DropColumn(table, column, null, List.of()));
    }

    /**
     * Drops a column that is as {@code definition} says, as in {@code dropColumn("account", "nick", c -> c.varchar(20))};
     * the derived downgrade adds it again, without its values.
     */
    public void dropColumn(String table, String column, Consumer<ColumnTypes> definition) {
        ColumnDraft draft = SingleColumn.of(table, columns -> definition.accept(columns.column(column)));
        apply(new DropColumn(table, column, draft.column(), draft.constraints()));
    }

    /** Creates an index on columns of a table. */
    public IndexOptions createIndex(String name, String table, String... columns) {
        List<String> names = List.of(columns);
        IndexOptions options = new IndexOptions();
        later(() -> new CreateIndex(new Index(name, table, names, options.isUnique()), options.isConcurrently()));
        return options;
    }

    /** Drops an index, for databases that tell indexes apart without their table. No downgrade can be derived. */
    public IndexOptions dropIndex(String name) {
        IndexOptions options = new IndexOptions();
        later(() -> new DropIndex(name, null, null, options.isConcurrently()));
        return options;
    }

    /** Drops an index of a table. If {@code columns} say what it is on, the derived downgrade creates it again. */
    public IndexOptions dropIndex(String name, String table, String... columns) {
        List<String> names = List.of(columns);
        IndexOptions options = new IndexOptions();
        later(() -> new DropIndex(
                name,
                table,
                names.isEmpty() ? null : new Index(name, table, names, options.isUnique()),
                options.isConcurrently()));
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
        RecordingSink recorded = new RecordingSink();
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

    private void later(Supplier<Operation> operation) {
        flush();
        pending = operation;
    }

    private void flush() {
        Supplier<Operation> next = pending;
        pending = null;
        if (next != null) {
            sink.accept(next.get());
        }
    }
}
