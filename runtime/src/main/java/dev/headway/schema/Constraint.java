package dev.headway.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @since 0.1
 */
public sealed interface Constraint {

    /** Returns the name; null if the database chooses one. */
    @Nullable
    String name();

    /** Returns its columns; empty if it has expressions instead. */
    List<String> columns();

    /** Returns this constraint with another name. */
    Constraint named(@Nullable String name);

    /**
     * A primary key.
     *
     * @param name the name; null if the database chooses one
     * @param columns at least one
     */
    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {
        /** Refuses an empty list of columns. */
        public PrimaryKey {
            columns = some("A primary key", columns);
        }

        @Override
        public PrimaryKey named(@Nullable String name) {
            return new PrimaryKey(name, columns);
        }
    }

    /**
     * A unique constraint.
     *
     * @param name the name; null if the database chooses one
     * @param columns at least one
     * @param nullsNotDistinct whether nulls are treated as equal
     * @param deferral when it is checked
     */
    record Unique(@Nullable String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral)
            implements Constraint {
        /** Refuses an empty list of columns. */
        public Unique {
            columns = some("A unique constraint", columns);
            Objects.requireNonNull(deferral, "deferral");
        }

        /** Creates a constraint that treats nulls as distinct and is not deferrable. */
        public Unique(@Nullable String name, List<String> columns) {
            this(name, columns, false, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Unique named(@Nullable String name) {
            return new Unique(name, columns, nullsNotDistinct, deferral);
        }
    }

    /**
     * A foreign key.
     *
     * @param name the name; null if the database chooses one
     * @param columns at least one
     * @param table the referenced table
     * @param referenced the referenced columns, as many as {@code columns}
     * @param onDelete what happens to referencing rows when a referenced row is deleted
     * @param onUpdate what happens to referencing rows when a referenced key changes
     * @param deferral when it is checked
     * @param validated whether existing rows are checked too
     */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            String table,
            List<String> referenced,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral,
            boolean validated)
            implements Constraint {
        /** Refuses an empty list of columns, and a different number of referenced columns. */
        public ForeignKey {
            columns = some("A foreign key", columns);
            referenced = some("A foreign key", referenced);
            Name.require("The table of a foreign key", table);
            if (columns.size() != referenced.size()) {
                throw new IllegalArgumentException("A foreign key has as many columns as it refers to, but " + columns
                        + " refers to " + referenced);
            }
            Objects.requireNonNull(onDelete, "onDelete");
            Objects.requireNonNull(onUpdate, "onUpdate");
            Objects.requireNonNull(deferral, "deferral");
        }

        /** Creates a foreign key that has no actions, is not deferrable and checks existing rows. */
        public ForeignKey(@Nullable String name, List<String> columns, String table, List<String> referenced) {
            this(
                    name,
                    columns,
                    table,
                    referenced,
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    Deferral.NOT_DEFERRABLE,
                    true);
        }

        @Override
        public ForeignKey named(@Nullable String name) {
            return new ForeignKey(name, columns, table, referenced, onDelete, onUpdate, deferral, validated);
        }
    }

    /**
     * A CHECK constraint.
     *
     * @param name the name; null if the database chooses one
     * @param condition the condition, in the SQL of the database
     * @param validated whether existing rows are checked too
     */
    record Check(@Nullable String name, String condition, boolean validated) implements Constraint {
        /** Refuses a blank condition. */
        public Check {
            if (condition.isBlank()) {
                throw new IllegalArgumentException("A check needs a condition");
            }
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Check named(@Nullable String name) {
            return new Check(name, condition, validated);
        }
    }

    /**
     * An exclusion constraint: for no two rows, all operators return true (PostgreSQL: <em>Exclusion Constraints</em>).
     *
     * @param name the name; null if the database chooses one
     * @param method the index method
     * @param elements the elements to compare, at least one
     * @param where the condition for rows to which it applies; null for all rows
     * @param deferral when it is checked
     */
    record Exclusion(
            @Nullable String name,
            String method,
            List<Element> elements,
            @Nullable String where,
            Deferral deferral) implements Constraint {
        /** Refuses an empty list of elements. */
        public Exclusion {
            Objects.requireNonNull(method, "method");
            elements = List.copyOf(elements);
            if (elements.isEmpty()) {
                throw new IllegalArgumentException(
                        "An exclusion constraint needs at least one element: add" + " .with(\"column\", \"=\")");
            }
            Objects.requireNonNull(deferral, "deferral");
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Exclusion named(@Nullable String name) {
            return new Exclusion(name, method, elements, where, deferral);
        }

        /**
         * An element of an exclusion constraint.
         *
         * @param expression a column or an expression, in the SQL of the database
         * @param operator the operator, as in {@code &&}
         */
        public record Element(String expression, String operator) {
            /** Refuses a blank expression and a blank operator. */
            public Element {
                if (expression.isBlank() || operator.isBlank()) {
                    throw new IllegalArgumentException(
                            "An exclusion constraint compares an expression with an operator, as in"
                                    + " with(\"during\", \"&&\")");
                }
            }
        }
    }

    private static List<String> some(String what, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(what + " needs at least one column");
        }
        return List.copyOf(columns);
    }
}
