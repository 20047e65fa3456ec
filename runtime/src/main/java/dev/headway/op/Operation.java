package dev.headway.op;

import dev.headway.schema.Index;
import dev.headway.schema.Name;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to a database, as a value: it knows no database, can be kept and compared, and knows its own undoing
 * where it has one. A drop that carries the definition of what it drops has one.
 */
public sealed interface Operation
        permits Operation.AlterTable,
                Operation.Autocommit,
                Operation.Backfill,
                Operation.CommentOnTable,
                Operation.CreateIndex,
                Operation.CreateTable,
                Operation.DropIndex,
                Operation.DropTable,
                Operation.Execute,
                Operation.Insert,
                Operation.Nothing,
                Operation.RenameIndex,
                Operation.RenameTable,
                Operation.SetTimeout,
                TableChange,
                SchemaObject,
                CustomOperation {

    /** Returns the visitor's answer for the kind of this operation. */
    <R, P> R accept(OperationVisitor<R, P> visitor, P parameter);

    /** Returns what takes this operation back; empty if that cannot be known from the operation alone. */
    default Optional<Operation> inverse() {
        return Optional.empty();
    }

    /** Returns the beginning of the directive that made this operation, for messages. */
    String directive();

    /** Returns what to write so that a downgrade can be derived; for operations without an {@link #inverse}. */
    default String advice() {
        return "Write the downgrade by hand.";
    }

    /** Returns a directive as it stands in a migration, with an ellipsis for each argument that is null. */
    static String call(String directive, @Nullable String... arguments) {
        List<String> shown = new ArrayList<>();
        for (@Nullable String argument : arguments) {
            shown.add(argument == null ? "…" : '"' + argument + '"');
        }
        return directive + "(" + String.join(", ", shown) + ")";
    }

    private static void requireNoSchema(String name) {
        if (QualifiedName.parse(name).schema() != null) {
            throw new IllegalArgumentException("The new name '" + name
                    + "' says a schema, but what is renamed stays in its own: leave the schema out");
        }
    }

    private static String inSchemaOf(QualifiedName other, String name) {
        return other.schema() == null ? name : QualifiedName.literally(other.schema()) + "." + name;
    }

    /** Returns advice for a drop: a definition helps only where it is known that something was dropped. */
    static String adviceForDrop(boolean ifExists, String advice) {
        return ifExists
                ? "Whether ifExists() found something to drop is not known afterwards: write the downgrade by hand."
                : advice;
    }

    /**
     * Creates a table.
     *
     * @param table the table
     * @param ifNotExists whether a table of that name is left as it is
     * @param engine what keeps it, on databases that have a choice; null for the usual
     * @param charset the encoding of its texts, on databases that have a choice; null for the usual
     */
    record CreateTable(
            Table table,
            boolean ifNotExists,
            @Nullable String engine,
            @Nullable String charset) implements Operation {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createTable(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists ? Optional.empty() : Optional.of(new DropTable(table.name(), table, false));
        }

        @Override
        public String directive() {
            return call("createTable", table.name(), null) + (ifNotExists ? ".ifNotExists()" : "");
        }

        @Override
        public String advice() {
            return "Whether ifNotExists() made the table is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a table.
     *
     * @param name the table
     * @param definition what it is like, so that it can be created again; null if that is not known
     * @param ifExists whether a missing table is no error
     */
    record DropTable(String name, @Nullable Table definition, boolean ifExists) implements Operation {
        /** Refuses a blank name. */
        public DropTable {
            Name.require("A table", name);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropTable(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(ifExists ? null : definition)
                    .map(table -> new CreateTable(table, false, null, null));
        }

        @Override
        public String directive() {
            return call("dropTable", name);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Tell it what the table is like, dropTable(\"" + name + "\", t -> { … }), or write the downgrade by"
                            + " hand.");
        }
    }

    /**
     * Gives a table another name, in the same schema.
     *
     * @param from its name
     * @param to the other name, without a schema
     */
    record RenameTable(String from, String to) implements Operation {
        /** Refuses blank names, and a new one that says a schema. */
        public RenameTable {
            Name.require("A table", from);
            requireNoSchema(to);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.renameTable(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            QualifiedName before = QualifiedName.parse(from);
            return Optional.of(new RenameTable(inSchemaOf(before, to), QualifiedName.literally(before.name())));
        }

        @Override
        public String directive() {
            return call("renameTable", from, to);
        }
    }

    /**
     * Makes several changes to a table: at once, where the database can.
     *
     * @param table the table
     * @param changes the changes, in order
     */
    record AlterTable(String table, List<TableChange> changes) implements Operation {
        /** Copies the changes. */
        public AlterTable {
            changes = List.copyOf(changes);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.alterTable(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            List<TableChange> inverses = new ArrayList<>();
            for (TableChange change : changes) {
                Optional<Operation> inverse = change.inverse();
                if (inverse.isEmpty()) {
                    return Optional.empty();
                }
                if (inverse.get() instanceof TableChange undo) {
                    inverses.add(0, undo);
                }
            }
            return Optional.of(new AlterTable(table, inverses));
        }

        @Override
        public String directive() {
            return call("alterTable", table, null);
        }

        @Override
        public String advice() {
            return changes.stream()
                    .filter(change -> change.inverse().isEmpty())
                    .map(Operation::advice)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * Says what a table is for.
     *
     * @param table the table
     * @param comment what it is for; null takes a comment away
     * @param from the comment before; null if that is not known
     */
    record CommentOnTable(
            String table,
            @Nullable String comment,
            @Nullable Comment from) implements Operation {
        /** Refuses a blank name. */
        public CommentOnTable {
            Name.require("A table", table);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.commentOnTable(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(from)
                    .map(before -> new CommentOnTable(table, before.text(), new Comment(comment)));
        }

        @Override
        public String directive() {
            return call("commentOnTable", table, null);
        }

        @Override
        public String advice() {
            return "Tell it the comment before, commentOnTable(\"" + table
                    + "\", …).from(\"…\"), or write the downgrade by hand.";
        }
    }

    /**
     * Creates an index.
     *
     * @param index the index
     * @param concurrently whether the table stays writable meanwhile, where the database offers that
     * @param ifNotExists whether an index of that name is left as it is
     */
    record CreateIndex(Index index, boolean concurrently, boolean ifNotExists) implements Operation {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createIndex(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists
                    ? Optional.empty()
                    : Optional.of(new DropIndex(index.name(), index.table(), index, concurrently, false));
        }

        @Override
        public String directive() {
            return call("createIndex", index.name(), null) + (ifNotExists ? ".ifNotExists()" : "");
        }

        @Override
        public String advice() {
            return "Whether ifNotExists() made the index is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops an index.
     *
     * @param name the index
     * @param table the table that it is on; null if that is not known
     * @param definition what it is like, so that it can be created again; null if that is not known
     * @param concurrently whether the table stays writable meanwhile, where the database offers that
     * @param ifExists whether a missing index is no error
     */
    record DropIndex(
            String name, @Nullable String table, @Nullable Index definition, boolean concurrently, boolean ifExists)
            implements Operation {
        /** Refuses a blank name. */
        public DropIndex {
            Name.require("An index", name);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropIndex(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(ifExists ? null : definition)
                    .map(index -> new CreateIndex(index, concurrently, false));
        }

        @Override
        public String directive() {
            return call("dropIndex", name);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Tell it what the index is on, dropIndex(\"" + name + "\", \"table\", \"column\"), or write the"
                            + " downgrade by hand.");
        }
    }

    /**
     * Gives an index another name.
     *
     * @param table the table that it is on
     * @param from its name
     * @param to the other name
     */
    record RenameIndex(String table, String from, String to) implements Operation {
        /** Refuses blank names, and a new one that says a schema. */
        public RenameIndex {
            Name.require("An index", from);
            requireNoSchema(to);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.renameIndex(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            QualifiedName before = QualifiedName.parse(from);
            return Optional.of(new RenameIndex(table, inSchemaOf(before, to), QualifiedName.literally(before.name())));
        }

        @Override
        public String directive() {
            return call("renameIndex", table, from, to);
        }
    }

    /**
     * Runs SQL as it stands.
     *
     * @param sql one statement
     * @param arguments what stands for its {@code ?}; where there are none, a {@code ?} is left alone
     */
    record Execute(String sql, List<@Nullable Object> arguments) implements Operation {
        private static final int SHOWN = 100;

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.execute(this, parameter);
        }

        @Override
        public String directive() {
            String line = sql.strip().replaceAll("\\s+", " ");
            return call("execute", line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …");
        }
    }

    /**
     * Adds rows.
     *
     * @param table the table
     * @param columns the columns that have values, at least one
     * @param rows the values of each row, in the order of the columns
     */
    record Insert(String table, List<String> columns, List<List<@Nullable Object>> rows) implements Operation {
        /** Refuses a blank name, no columns, and rows of another number of values. */
        public Insert {
            Name.require("A table", table);
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("Rows for table '" + table + "' need at least one column");
            }
            for (List<@Nullable Object> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("A row for table '" + table + "' has " + row.size()
                            + " values, but the columns are " + columns);
                }
            }
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.insert(this, parameter);
        }

        @Override
        public String directive() {
            return call("insert", table, null);
        }
    }

    /**
     * Changes many rows a few at a time, each few in a transaction of their own.
     *
     * @param sql a statement that changes one batch and, run again, changes nothing that it has changed before
     * @param table the table that batches are cut from by {@code key}; null if the statement finds the next batch itself
     * @param key a column of whole numbers; the statement is given {@code :from} and {@code :to}, both included
     * @param batchSize how far {@code :from} is from {@code :to}
     */
    record Backfill(
            String sql, @Nullable String table, @Nullable String key, int batchSize) implements Operation {
        /** Refuses batches of nothing. */
        public Backfill {
            if (batchSize < 1) {
                throw new IllegalArgumentException("A batch has at least one row, not " + batchSize);
            }
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.backfill(this, parameter);
        }

        @Override
        public String directive() {
            return call("backfill", (String) null);
        }
    }

    /**
     * Does something outside a transaction.
     *
     * @param operation what is done
     */
    record Autocommit(Operation operation) implements Operation {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.autocommit(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return operation.inverse().map(Autocommit::new);
        }

        @Override
        public String directive() {
            return operation.directive();
        }

        @Override
        public String advice() {
            return operation.advice();
        }
    }

    /**
     * Limits, until the step ends, how long a statement may take.
     *
     * @param kind what is limited
     * @param limit how long it may take
     */
    record SetTimeout(Kind kind, Duration limit) implements Operation {
        /** Refuses a limit below a millisecond, which databases take for none. */
        public SetTimeout {
            if (limit.toMillis() < 1) {
                throw new IllegalArgumentException("A limit is at least a millisecond, not " + limit);
            }
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.setTimeout(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new Nothing());
        }

        @Override
        public String directive() {
            return kind == Kind.LOCK ? "lockTimeout(…)" : "statementTimeout(…)";
        }

        /** What is limited. */
        public enum Kind {
            /** How long a statement waits for a lock. */
            LOCK,
            /** How long a statement takes in all. */
            STATEMENT
        }
    }

    /**
     * Does nothing: the inverse of what leaves nothing to take back.
     */
    record Nothing() implements Operation {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.nothing(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(this);
        }

        @Override
        public String directive() {
            return "";
        }
    }

    /**
     * A comment that is known, or known to be missing.
     *
     * @param text the comment; null for none
     */
    record Comment(@Nullable String text) {}
}
