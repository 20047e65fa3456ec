package dev.headway.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rows of a table must keep. */
public sealed interface Constraint {

    /** Returns the name; null lets the database choose one. */
    @Nullable
    String name();

    /** Returns the columns that it names; none where an expression says what it concerns. */
    List<String> columns();

    /** Returns this constraint under another name. */
    Constraint named(@Nullable String name);

    /**
     * The columns that tell rows apart.
     *
     * @param name the name; null lets the database choose one
     * @param columns at least one
     */
    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {
        /** Refuses no columns. */
        public PrimaryKey {
            columns = some("A primary key", columns);
        }

        @Override
        public PrimaryKey named(@Nullable String name) {
            return new PrimaryKey(name, columns);
        }
    }

    /**
     * Columns whose values no two rows share.
     *
     * @param name the name; null lets the database choose one
     * @param columns at least one
     * @param nullsNotDistinct whether one null is taken for another
     * @param deferral when it is checked
     */
    record Unique(@Nullable String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral)
            implements Constraint {
        /** Refuses no columns. */
        public Unique {
            columns = some("A unique constraint", columns);
            Objects.requireNonNull(deferral, "deferral");
        }

        /** Nulls are distinct, and it is checked with each statement. */
        public Unique(@Nullable String name, List<String> columns) {
            this(name, columns, false, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Unique named(@Nullable String name) {
            return new Unique(name, columns, nullsNotDistinct, deferral);
        }
    }

    /**
     * Columns that point at a row of a table.
     *
     * @param name the name; null lets the database choose one
     * @param columns at least one
     * @param table the table pointed at
     * @param referenced its columns, as many as {@code columns}
     * @param onDelete what becomes of rows that point at one that is deleted
     * @param onUpdate what becomes of rows that point at one whose key changes
     * @param deferral when it is checked
     * @param validated whether rows that were there before are checked too
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
        /** Refuses no columns, and another number of referenced ones. */
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

        /** Changes are refused that would leave rows pointing nowhere, with each statement. */
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
     * A condition that is not false for any row.
     *
     * @param name the name; null lets the database choose one
     * @param condition the condition, in the SQL of the database
     * @param validated whether rows that were there before are checked too
     */
    record Check(@Nullable String name, String condition, boolean validated) implements Constraint {
        /** Refuses no condition. */
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
     * No two rows for which all these operators are true (PostgreSQL: <em>Exclusion Constraints</em>).
     *
     * @param name the name; null lets the database choose one
     * @param method the kind of index that finds such rows
     * @param elements what is compared, at least one
     * @param where which rows it concerns; null for all
     * @param deferral when it is checked
     */
    record Exclusion(
            @Nullable String name,
            String method,
            List<Element> elements,
            @Nullable String where,
            Deferral deferral) implements Constraint {
        /** Refuses nothing to compare. */
        public Exclusion {
            Objects.requireNonNull(method, "method");
            elements = List.copyOf(elements);
            if (elements.isEmpty()) {
                throw new IllegalArgumentException("An exclusion constraint compares at least one thing");
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
         * What one operator compares.
         *
         * @param expression a column or an expression, in the SQL of the database
         * @param operator the operator, as in {@code &&}
         */
        public record Element(String expression, String operator) {
            /** Refuses nothing to compare, and nothing to compare it by. */
            public Element {
                if (expression.isBlank() || operator.isBlank()) {
                    throw new IllegalArgumentException(
                            "An exclusion constraint compares something by an operator, as in with(\"during\", \"&&\")");
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
