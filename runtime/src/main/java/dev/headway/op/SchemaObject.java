package dev.headway.op;

import dev.headway.schema.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of an object other than a table, its columns, constraints and indexes.
 *
 * @since 0.1
 */
public sealed interface SchemaObject extends Operation {

    /**
     * Creates a sequence.
     *
     * @param sequence the sequence
     * @param ifNotExists whether to keep an existing sequence of that name
     */
    record CreateSequence(Sequence sequence, boolean ifNotExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createSequence(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists ? Optional.empty() : Optional.of(new DropSequence(sequence.name(), sequence, false));
        }

        @Override
        public String directive() {
            return Operation.call("createSequence", sequence.name());
        }

        @Override
        public String advice() {
            return "Whether ifNotExists() created the sequence is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a sequence.
     *
     * @param name the sequence
     * @param definition the sequence, so that it can be created again; null if unknown
     * @param ifExists whether to do nothing if the sequence doesn't exist
     */
    record DropSequence(String name, @Nullable Sequence definition, boolean ifExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropSequence(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(ifExists ? null : definition)
                    .map(sequence -> new CreateSequence(sequence, false));
        }

        @Override
        public String directive() {
            return Operation.call("dropSequence", name);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Specify its definition, dropSequence(\"" + name
                            + "\", s -> { … }), or write the downgrade by hand.");
        }
    }

    /**
     * Creates an enum type. A database without enum types ignores it, since each column declares its values.
     *
     * @param name the type
     * @param values its values in order
     */
    record CreateEnum(String name, List<String> values) implements SchemaObject {
        /** Copies the values. */
        public CreateEnum {
            values = List.copyOf(values);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createEnum(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new DropEnum(name, values, false));
        }

        @Override
        public String directive() {
            return Operation.call("createEnum", name, null);
        }
    }

    /**
     * Drops an enum type. A database without enum types ignores it.
     *
     * @param name the type
     * @param values its values, so that it can be created again; empty if unknown
     * @param ifExists whether to do nothing if the type doesn't exist
     */
    record DropEnum(String name, List<String> values, boolean ifExists) implements SchemaObject {
        /** Copies the values. */
        public DropEnum {
            values = List.copyOf(values);
        }

        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropEnum(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifExists || values.isEmpty() ? Optional.empty() : Optional.of(new CreateEnum(name, values));
        }

        @Override
        public String directive() {
            return Operation.call("dropEnum", name);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Specify its values, dropEnum(\"" + name + "\", \"value\", …), or write the downgrade by hand.");
        }
    }

    /**
     * Adds a value to an enum type.
     *
     * @param name the type
     * @param value the value
     * @param ifNotExists whether to do nothing if the type has the value already
     */
    record AddEnumValue(String name, String value, boolean ifNotExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.addEnumValue(this, parameter);
        }

        @Override
        public String directive() {
            return Operation.call("addEnumValue", name, value);
        }
    }

    /**
     * Creates a view.
     *
     * @param name the view
     * @param query the query, in the database's SQL
     * @param orReplace whether to replace an existing view of that name
     */
    record CreateView(String name, String query, boolean orReplace) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createView(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return orReplace ? Optional.empty() : Optional.of(new DropView(name, query, false));
        }

        @Override
        public String directive() {
            return Operation.call("createView", name, null);
        }

        @Override
        public String advice() {
            return "What orReplace() replaced is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a view.
     *
     * @param name the view
     * @param query the query, so that the view can be created again; null if unknown
     * @param ifExists whether to do nothing if the view doesn't exist
     */
    record DropView(String name, @Nullable String query, boolean ifExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropView(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.ofNullable(ifExists ? null : query).map(sql -> new CreateView(name, sql, false));
        }

        @Override
        public String directive() {
            return Operation.call("dropView", name);
        }

        @Override
        public String advice() {
            return Operation.adviceForDrop(
                    ifExists,
                    "Specify its query, dropView(\"" + name + "\", \"SELECT …\"), or write the downgrade by hand.");
        }
    }

    /**
     * Creates a schema.
     *
     * @param name the schema
     * @param ifNotExists whether to keep an existing schema of that name
     */
    record CreateSchema(String name, boolean ifNotExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createSchema(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists ? Optional.empty() : Optional.of(new DropSchema(name, false));
        }

        @Override
        public String directive() {
            return Operation.call("createSchema", name);
        }

        @Override
        public String advice() {
            return "Whether ifNotExists() created the schema is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops an empty schema.
     *
     * @param name the schema
     * @param ifExists whether to do nothing if the schema doesn't exist
     */
    record DropSchema(String name, boolean ifExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropSchema(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifExists ? Optional.empty() : Optional.of(new CreateSchema(name, false));
        }

        @Override
        public String directive() {
            return Operation.call("dropSchema", name);
        }
    }

    /**
     * Installs an extension (PostgreSQL).
     *
     * @param name the extension
     * @param ifNotExists whether to do nothing if it is installed already
     */
    record CreateExtension(String name, boolean ifNotExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.createExtension(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifNotExists ? Optional.empty() : Optional.of(new DropExtension(name, false));
        }

        @Override
        public String directive() {
            return Operation.call("createExtension", name);
        }

        @Override
        public String advice() {
            return "Whether ifNotExists() installed it is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Removes an extension (PostgreSQL).
     *
     * @param name the extension
     * @param ifExists whether to do nothing if it isn't installed
     */
    record DropExtension(String name, boolean ifExists) implements SchemaObject {
        @Override
        public <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
            return visitor.dropExtension(this, parameter);
        }

        @Override
        public Optional<Operation> inverse() {
            return ifExists ? Optional.empty() : Optional.of(new CreateExtension(name, false));
        }

        @Override
        public String directive() {
            return Operation.call("dropExtension", name);
        }
    }
}
