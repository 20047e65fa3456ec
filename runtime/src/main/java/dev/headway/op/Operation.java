package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to a database, as a value: it knows no database, can be kept and compared, and knows its own undoing
 * where it has one. A drop that carries the definition of what it drops has one.
 */
public sealed interface Operation {

    /** Returns the visitor's answer for the kind of this operation. */
    <R> R accept(Visitor<R> visitor);

    /** Returns what takes this operation back; empty if that cannot be known from the operation alone. */
    Optional<Operation> inverse();

    /** Returns the beginning of the directive that made this operation, for messages. */
    String directive();

    /** Returns what to write so that a downgrade can be derived; for operations without an {@link #inverse}. */
    String advice();

    /**
     * An answer for each kind of operation. A new kind fails to compile in every visitor that does not handle it.
     *
     * @param <R> what the visitor answers
     */
    interface Visitor<R> {
        /** Answers for a new table. */
        R createTable(CreateTable operation);

        /** Answers for the removal of a table. */
        R dropTable(DropTable operation);

        /** Answers for a new column. */
        R addColumn(AddColumn operation);

        /** Answers for the removal of a column. */
        R dropColumn(DropColumn operation);

        /** Answers for a new index. */
        R createIndex(CreateIndex operation);

        /** Answers for the removal of an index. */
        R dropIndex(DropIndex operation);

        /** Answers for SQL of the user's own. */
        R execute(Execute operation);
    }

    /**
     * Creates a table.
     *
     * @param table the table
     * @param ifNotExists whether a table of that name is left as it is
     */
    record CreateTable(Table table, boolean ifNotExists) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists ? Optional.empty() : Optional.of(new DropTable(table.name(), table));
        }

        @Override
        public String directive() {
            return "createTable(\"" + table.name() + "\", …)" + (ifNotExists ? ".ifNotExists()" : "");
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
     */
    record DropTable(String name, @Nullable Table definition) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(definition).map(table -> new CreateTable(table, false));
        }

        @Override
        public String directive() {
            return "dropTable(\"" + name + "\")";
        }

        @Override
        public String advice() {
            return "Tell it what the table is like, dropTable(\"" + name + "\", t -> { … }), or write the downgrade by"
                    + " hand.";
        }
    }

    /**
     * Adds a column to a table.
     *
     * @param table the table
     * @param column the column
     * @param constraints what its values must keep
     */
    record AddColumn(String table, Column column, List<Constraint> constraints) implements Operation {
        /** Copies the constraints. */
        public AddColumn {
            constraints = List.copyOf(constraints);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new DropColumn(table, column.name(), column, constraints));
        }

        @Override
        public String directive() {
            return "addColumn(\"" + table + "\", …)";
        }

        @Override
        public String advice() {
            return "";
        }
    }

    /**
     * Drops a column of a table, with the constraints on it alone.
     *
     * @param table the table
     * @param name the column
     * @param definition what it is like, so that it can be added again; null if that is not known
     * @param constraints what its values must keep
     */
    record DropColumn(String table, String name, @Nullable Column definition, List<Constraint> constraints)
            implements Operation {
        /** Copies the constraints. */
        public DropColumn {
            constraints = List.copyOf(constraints);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(definition).map(column -> new AddColumn(table, column, constraints));
        }

        @Override
        public String directive() {
            return "dropColumn(\"" + table + "\", \"" + name + "\")";
        }

        @Override
        public String advice() {
            return "Tell it what the column is like, dropColumn(\"" + table + "\", \"" + name
                    + "\", c -> c.varchar(20)), or write the downgrade by hand.";
        }
    }

    /**
     * Creates an index.
     *
     * @param index the index
     * @param concurrently whether the table stays writable meanwhile, where the database offers that
     */
    record CreateIndex(Index index, boolean concurrently) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new DropIndex(index.name(), index.table(), index, concurrently));
        }

        @Override
        public String directive() {
            return "createIndex(\"" + index.name() + "\", …)";
        }

        @Override
        public String advice() {
            return "";
        }
    }

    /**
     * Drops an index.
     *
     * @param name the index
     * @param table the table that it is on; null if that is not known
     * @param definition what it is like, so that it can be created again; null if that is not known
     * @param concurrently whether the table stays writable meanwhile, where the database offers that
     */
    record DropIndex(
            String name, @Nullable String table, @Nullable Index definition, boolean concurrently)
            implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(definition).map(index -> new CreateIndex(index, concurrently));
        }

        @Override
        public String directive() {
            return "dropIndex(\"" + name + "\")";
        }

        @Override
        public String advice() {
            return "Tell it what the index is on, dropIndex(\"" + name + "\", \"table\", \"column\"), or write the"
                    + " downgrade by hand.";
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
        public <R> R accept(Visitor<R> visitor) {
            return visitor.execute(this);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.empty();
        }

        @Override
        public String directive() {
            String line = sql.strip().replaceAll("\\s+", " ");
            return "execute(\"" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …") + "\")";
        }

        @Override
        public String advice() {
            return "Write the downgrade by hand.";
        }
    }
}
