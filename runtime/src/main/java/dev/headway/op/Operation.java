package dev.headway.op;

import dev.headway.schema.Index;
import dev.headway.schema.Name;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import dev.headway.sql.SecretMask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of a database, as an immutable value. It is independent of the kind of database and knows its inverse if it has
 * one; a drop has one if it carries the definition of the dropped object.
 *
 * @since 0.1
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

    /** Calls the method of the visitor for this kind of operation. */
    <R, P> R accept(OperationVisitor<R, P> visitor, P parameter);

    /** Returns the operation that reverts this one; empty if this operation alone doesn't determine it. */
    default Optional<Operation> inverse() {
        return Optional.empty();
    }

    /** Returns the directive that made this operation, for messages. Its options may be missing. */
    String directive();

    /** Returns what the user can write instead, as a sentence, if this operation has no {@link #inverse}. */
    default String advice() {
        return "Write the downgrade by hand.";
    }

    /** Returns a directive as a migration calls it, with an ellipsis for each argument that is null. */
    static String call(String directive, @Nullable String... arguments) {
        List<String> shown = new ArrayList<>();
        for (@Nullable String argument : arguments) {
            shown.add(argument == null ? "…" : '"' + argument + '"');
        }
        return directive + "(" + String.join(", ", shown) + ")";
    }

    private static void requireNoSchema(String name) {
        if (QualifiedName.parse(name).schema() != null) {
            throw new IllegalArgumentException(
                    "The new name '" + name + "' has a schema, but a rename keeps the schema: omit it");
        }
    }

    private static String inSchemaOf(QualifiedName other, String name) {
        return other.schema() == null ? name : QualifiedName.literally(other.schema()) + "." + name;
    }

    /** Returns advice for a drop. A definition helps only if it is certain that the object existed. */
    static String adviceForDrop(boolean ifExists, String advice) {
        return ifExists
                ? "Whether ifExists() dropped anything is not known afterwards: write the downgrade by hand."
                : advice;
    }

    /**
     * Creates a table.
     *
     * @param table the table
     * @param ifNotExists whether to keep an existing table of that name
     * @param engine the storage engine, on databases that have several; null for the default
     * @param charset the character set, on databases that have several; null for the default
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
            return "Whether ifNotExists() created the table is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a table.
     *
     * @param name the table
     * @param definition the table, so that it can be created again; null if unknown
     * @param ifExists whether to do nothing if the table doesn't exist
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
                    "Specify its definition, dropTable(\"" + name + "\", t -> { … }), or write the downgrade by"
                            + " hand.");
        }
    }

    /**
     * Renames a table within its schema.
     *
     * @param from the current name
     * @param to the new name, without a schema
     */
    record RenameTable(String from, String to) implements Operation {
        /** Refuses blank names, and a new name with a schema. */
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
     * Makes several changes to a table, in one statement if the database can.
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
     * Sets the comment of a table.
     *
     * @param table the table
     * @param comment the comment; null drops it
     * @param from the comment before; null if unknown
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
            return "Specify the comment before the change, commentOnTable(\"" + table
                    + "\", …).from(\"…\"), or write the downgrade by hand.";
        }
    }

    /**
     * Creates an index.
     *
     * @param index the index
     * @param concurrently whether to keep the table writable, if the database can
     * @param ifNotExists whether to keep an existing index of that name
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
            return "Whether ifNotExists() created the index is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops an index.
     *
     * @param name the index
     * @param table the table of the index; null if unknown
     * @param definition the index, so that it can be created again; null if unknown
     * @param concurrently whether to keep the table writable, if the database can
     * @param ifExists whether to do nothing if the index doesn't exist
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
                    "Specify its definition, dropIndex(\"" + name + "\", \"table\", \"column\"), or write the"
                            + " downgrade by hand.");
        }
    }

    /**
     * Renames an index.
     *
     * @param table the table of the index
     * @param from the current name
     * @param to the new name, without a schema
     */
    record RenameIndex(String table, String from, String to) implements Operation {
        /** Refuses blank names, and a new name with a schema. */
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
     * Runs one SQL statement.
     *
     * @param sql the statement
     * @param arguments the values of its {@code ?}; without arguments, a {@code ?} is not replaced
     * @param secret whether no message may show the statement
     */
    record Execute(String sql, List<@Nullable Object> arguments, boolean secret) implements Operation {
        private static final int SHOWN = 100;

        /** Creates a statement that messages may show. */
        public Execute(String sql, List<@Nullable Object> arguments) {
            this(sql, arguments, false);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.execute(this, parameter);
        }

        @Override
        public String directive() {
            if (secret) {
                return "execute" + SecretMask.SECRET_STATEMENT;
            }
            String line = SecretMask.ofSql(sql).mask(sql).strip().replaceAll("\\s+", " ");
            return call("execute", line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …");
        }

        @Override
        public String toString() {
            return directive();
        }
    }

    /**
     * Inserts rows.
     *
     * @param table the table
     * @param columns the columns with values, at least one
     * @param rows the values of each row, in the order of the columns
     */
    record Insert(String table, List<String> columns, List<List<@Nullable Object>> rows) implements Operation {
        /** Refuses a blank name, no columns, and rows that don't match the columns. */
        public Insert {
            Name.require("A table", table);
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("Rows for table '" + table + "' need at least one column");
            }
            for (List<@Nullable Object> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("A row for table '" + table + "' has " + row.size() + " of "
                            + columns.size() + " values, for the columns " + columns);
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
     * Changes many rows in batches, each in a transaction of its own.
     *
     * @param sql a statement that changes one batch, and skips rows that it has already changed
     * @param table the table that {@code key} divides into batches; null if the statement finds the next batch itself
     * @param key a column of whole numbers, from which the statement gets {@code :from} and {@code :to}, both inclusive; null
     *     if the statement finds the next batch itself
     * @param batchSize how many numbers a batch covers
     */
    record Backfill(
            String sql, @Nullable String table, @Nullable String key, int batchSize) implements Operation {
        /** Refuses a batch size below 1. */
        public Backfill {
            if (batchSize < 1) {
                throw new IllegalArgumentException("A batch covers at least one row, not " + batchSize);
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
     * Runs an operation outside a transaction.
     *
     * @param operation the operation
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
     * Limits how long a statement takes or waits, until the revision ends.
     *
     * @param kind whether the limit is for waiting or for the whole statement
     * @param limit the longest duration, at least a millisecond
     */
    record SetTimeout(Kind kind, Duration limit) implements Operation {
        /** Refuses a limit below a millisecond, which databases treat as no limit. */
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

        /** The durations that can be limited. */
        public enum Kind {
            /** The time that a statement waits for a lock. */
            LOCK,
            /** The time that a statement takes. */
            STATEMENT
        }
    }

    /**
     * Does nothing. It is the inverse of operations that change nothing.
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
     * A comment, or the fact that there is none.
     *
     * @param text the comment; null for none
     */
    record Comment(@Nullable String text) {}
}
