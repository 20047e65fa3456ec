package dev.headway.op;

import dev.headway.schema.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Making, changing or removing what is in a schema beside tables, and schemas themselves. */
public sealed interface SchemaObject extends Operation {

    /**
     * Creates a sequence.
     *
     * @param sequence the sequence
     * @param ifNotExists whether a sequence of that name is left as it is
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
            return "Whether ifNotExists() made the sequence is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a sequence.
     *
     * @param name the sequence
     * @param definition what it is like, so that it can be created again; null if that is not known
     * @param ifExists whether a missing sequence is no error
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
                    "Tell it what the sequence is like, dropSequence(\"" + name
                            + "\", s -> { … }), or write the downgrade by hand.");
        }
    }

    /**
     * Creates an enum, where that is a type of its own; elsewhere each column says its values itself.
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
     * Drops an enum, where that is a type of its own.
     *
     * @param name the type
     * @param values its values, so that it can be created again; none if they are not known
     * @param ifExists whether a missing type is no error
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
                    "Tell it what the enum is like, dropEnum(\"" + name
                            + "\", \"value\", …), or write the downgrade by hand.");
        }
    }

    /**
     * Adds a value to an enum that is a type of its own.
     *
     * @param name the type
     * @param value the value
     * @param ifNotExists whether it may have the value already
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
     * @param query what it shows
     * @param orReplace whether it takes the place of a view of that name
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
     * @param query what it shows, so that it can be created again; null if that is not known
     * @param ifExists whether a missing view is no error
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
                    "Tell it what the view is like, dropView(\"" + name
                            + "\", \"SELECT …\"), or write the downgrade by hand.");
        }
    }

    /**
     * Creates a schema.
     *
     * @param name the schema
     * @param ifNotExists whether a schema of that name is left as it is
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
            return "Whether ifNotExists() made the schema is not known afterwards: write the downgrade by hand.";
        }
    }

    /**
     * Drops a schema that is empty.
     *
     * @param name the schema
     * @param ifExists whether a missing schema is no error
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
     * Installs an extension of the database.
     *
     * @param name the extension
     * @param ifNotExists whether it may be installed already
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
     * Removes an extension of the database.
     *
     * @param name the extension
     * @param ifExists whether a missing extension is no error
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
