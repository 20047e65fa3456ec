package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one table. {@code alterTable} groups several.
 *
 * @since 0.1
 */
public sealed interface TableChange extends Operation {

    /** Returns the table, which may have a schema. */
    String table();

    /**
     * Adds a column.
     *
     * @param table the table
     * @param column the column
     * @param constraints its constraints
     * @param ifNotExists whether to keep an existing column of that name
     */
    record AddColumn(String table, Column column, List<Constraint> constraints, boolean ifNotExists)
            implements TableChange {
        /** Refuses constraints of a column that may have them already. */
        public AddColumn {
            constraints = List.copyOf(constraints);
            if (ifNotExists && !constraints.isEmpty()) {
                throw new IllegalArgumentException("Column '" + column.name() + "' of table '" + table
                        + "' may exist already with its constraints, which databases would add once more:"
                        + " omit ifNotExists(), or add the constraints with directives of their own");
            }
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.addColumn(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists
                    ? Optional.empty()
                    : Optional.of(new DropColumn(table, column.name(), column, constraints, false));
        }

        @Override
        public String directive() {
            return Operation.call("addColumn", table, null) + (ifNotExists ? ".ifNotExists()" : "");
        }

        @Override
        public String advice() {
            return "Whether ifNotExists() added the column is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a column and the constraints on this column alone.
     *
     * @param table the table
     * @param name the column
     * @param definition the column, so that it can be added again; null if unknown
     * @param constraints its constraints
     * @param ifExists whether to do nothing if the column doesn't exist
     */
    record DropColumn(
            String table, String name, @Nullable Column definition, List<Constraint> constraints, boolean ifExists)
            implements TableChange {
        /** Copies the constraints. */
        public DropColumn {
            constraints = List.copyOf(constraints);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropColumn(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(ifExists ? null : definition)
                    .map(column -> new AddColumn(table, column, constraints, false));
        }

        @Override
        public String directive() {
            return Operation.call("dropColumn", table, name);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Specify its definition, dropColumn(\"" + table + "\", \"" + name
                            + "\", c -> c.varchar(20)), or write the downgrade by hand.");
        }
    }

    /**
     * Renames a column.
     *
     * @param table the table
     * @param from the current name
     * @param to the new name
     */
    record RenameColumn(String table, String from, String to) implements TableChange {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.renameColumn(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new RenameColumn(table, to, from));
        }

        @Override
        public String directive() {
            return Operation.call("renameColumn", table, from, to);
        }
    }

    /**
     * Changes a column. An attribute that is null, or false if it drops something, keeps the column as it is.
     *
     * @param table the table
     * @param column the column
     * @param type its new type
     * @param using an expression that converts existing values to the new type
     * @param nullable whether it is nullable from now on
     * @param defaultValue its new default
     * @param dropsDefault whether its default is dropped
     * @param identity how the database numbers new rows
     * @param dropsIdentity whether the database no longer numbers new rows
     * @param collation its new collation, which requires a type
     * @param dropsCollation whether its default collation is restored, which requires a type
     * @param from the column before the change; null if unknown
     */
    record AlterColumn(
            String table,
            String column,
            @Nullable ColumnType type,
            @Nullable String using,
            @Nullable Boolean nullable,
            @Nullable DefaultValue defaultValue,
            boolean dropsDefault,
            @Nullable Identity identity,
            boolean dropsIdentity,
            @Nullable String collation,
            boolean dropsCollation,
            @Nullable Column from)
            implements TableChange {
        /** Keeps identity and collation. */
        public AlterColumn(
                String table,
                String column,
                @Nullable ColumnType type,
                @Nullable String using,
                @Nullable Boolean nullable,
                @Nullable DefaultValue defaultValue,
                boolean dropsDefault,
                @Nullable Column from) {
            this(table, column, type, using, nullable, defaultValue, dropsDefault, null, false, null, false, from);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.alterColumn(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(from)
                    .map(before -> new AlterColumn(
                            table,
                            column,
                            type == null ? null : before.type(),
                            null,
                            nullable == null ? null : before.nullable(),
                            changesDefault() ? before.defaultValue() : null,
                            changesDefault() && before.defaultValue() == null,
                            changesIdentity() ? before.identity() : null,
                            changesIdentity() && before.identity() == null,
                            changesCollation() ? before.collation() : null,
                            changesCollation() && before.collation() == null,
                            changed(before)));
        }

        @Override
        public String directive() {
            return Operation.call("alterColumn", table, column);
        }

        @Override
        public String advice() {
            return "Specify the column before the change, alterColumn(\"" + table + "\", \"" + column
                    + "\").from(c -> c.varchar(20)), or write the downgrade by hand.";
        }

        /** Returns the column after the change, given the column {@code before} it. */
        public Column changed(Column before) {
            return new Column(
                    before.name(),
                    type == null ? before.type() : type,
                    identity == null && (nullable == null ? before.nullable() : nullable),
                    identity == null ? changedDefault(before) : null,
                    changesIdentity() ? identity : before.identity(),
                    before.generated(),
                    changesCollation() ? collation : before.collation(),
                    before.comment());
        }

        private @Nullable DefaultValue changedDefault(Column before) {
            return changesDefault() ? defaultValue : before.defaultValue();
        }

        private boolean changesDefault() {
            return dropsDefault || defaultValue != null;
        }

        private boolean changesCollation() {
            return dropsCollation || collation != null;
        }

        /** Returns whether it sets or drops an identity. */
        public boolean changesIdentity() {
            return dropsIdentity || identity != null;
        }
    }

    /**
     * Sets the comment of a column.
     *
     * @param table the table
     * @param column the column
     * @param comment the comment; null drops it
     * @param from the column before the change; null if unknown
     */
    record CommentOnColumn(
            String table,
            String column,
            @Nullable String comment,
            @Nullable Column from) implements TableChange {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.commentOnColumn(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(from)
                    .map(before -> new CommentOnColumn(table, column, before.comment(), changed(before)));
        }

        @Override
        public String directive() {
            return Operation.call("commentOnColumn", table, column, null);
        }

        @Override
        public String advice() {
            return "Specify the column before the change, commentOnColumn(\"" + table + "\", \"" + column
                    + "\", …).from(c -> c.varchar(20).comment(\"…\")), or write the downgrade by hand.";
        }

        /** Returns the column after the change, given the column {@code before} it. */
        public Column changed(Column before) {
            return before.commented(comment);
        }
    }

    /**
     * Adds a constraint.
     *
     * @param table the table
     * @param constraint the constraint
     */
    record AddConstraint(String table, Constraint constraint) implements TableChange {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.addConstraint(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(constraint.name())
                    .map(name -> new DropConstraint(table, name, constraint, false));
        }

        @Override
        public String directive() {
            return Operation.call(verb(constraint), constraint.name(), table);
        }

        @Override
        public String advice() {
            return "Give the constraint a name, so that it can be dropped, or write the downgrade by hand.";
        }

        private static String verb(Constraint constraint) {
            return "add" + constraint.getClass().getSimpleName();
        }
    }

    /**
     * Drops a constraint.
     *
     * @param table the table
     * @param name the name; null if the definition alone identifies the constraint
     * @param definition the constraint, so that it can be added again; null if unknown
     * @param ifExists whether to do nothing if the constraint doesn't exist
     */
    record DropConstraint(
            String table, @Nullable String name, @Nullable Constraint definition, boolean ifExists)
            implements TableChange {
        /** Refuses to drop a constraint without name and definition. */
        public DropConstraint {
            if (name == null && definition == null) {
                throw new IllegalArgumentException("Table '" + table
                        + "' may have many constraints: specify the name of the one to drop, or its definition");
            }
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropConstraint(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(ifExists ? null : definition)
                    .map(constraint -> new AddConstraint(table, constraint.named(name)));
        }

        @Override
        public String directive() {
            return name == null
                    ? Operation.call("dropConstraint", table, null)
                    : Operation.call("dropConstraint", name, table);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Specify its definition, dropConstraint(\"" + name + "\", \"" + table
                            + "\", c -> c.unique(\"column\")), or write the downgrade by hand.");
        }
    }

    /**
     * Renames a constraint.
     *
     * @param table the table
     * @param from the current name
     * @param to the new name
     */
    record RenameConstraint(String table, String from, String to) implements TableChange {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.renameConstraint(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new RenameConstraint(table, to, from));
        }

        @Override
        public String directive() {
            return Operation.call("renameConstraint", table, from, to);
        }
    }

    /**
     * Checks the rows that existed before a constraint.
     *
     * @param table the table
     * @param name the constraint
     */
    record ValidateConstraint(String table, String name) implements TableChange {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.validateConstraint(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new Nothing());
        }

        @Override
        public String directive() {
            return Operation.call("validateConstraint", name, table);
        }
    }
}
