package dev.headway.schema;

import java.util.Objects;

/** What a column holds where an insert names no value. */
public sealed interface DefaultValue {

    /** The time at which the transaction, or on some databases the statement, began. */
    enum Now implements DefaultValue {
        /** The one value of this kind. */
        NOW
    }

    /**
     * An expression in the SQL of the database.
     *
     * @param sql the expression
     */
    record Expression(String sql) implements DefaultValue {
        /** Refuses null. */
        public Expression {
            Objects.requireNonNull(sql, "sql");
        }
    }

    /**
     * A constant.
     *
     * @param value a {@link String}, {@link Number} or {@link Boolean}
     */
    record Literal(Object value) implements DefaultValue {
        /** Refuses values of other kinds. */
        public Literal {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("A literal default is a String, a Number or a Boolean, not "
                        + value.getClass().getName() + ": write Sql.raw(\"…\") for other values");
            }
        }
    }
}
