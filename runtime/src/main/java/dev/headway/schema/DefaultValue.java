package dev.headway.schema;

import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column holds where an insert names no value. */
public sealed interface DefaultValue {

    /**
     * Returns the constant {@code value}; bytes, and null, too.
     *
     * @throws IllegalArgumentException if it is of a kind that no constant has
     */
    static DefaultValue of(@Nullable Object value) {
        if (value == null) {
            return new Expression("NULL");
        } else if (value instanceof DefaultValue already) {
            return already;
        }
        return value instanceof byte[] bytes ? new Bytes(HexFormat.of().formatHex(bytes)) : new Literal(value);
    }

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
     * @param value a {@link String}, {@link Number}, {@link Boolean}, {@link UUID}, or a date or time of {@code java.time}
     */
    record Literal(Object value) implements DefaultValue {
        /** Refuses values of other kinds. */
        public Literal {
            if (!(value instanceof String
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof UUID
                    || value instanceof Temporal)) {
                throw new IllegalArgumentException(
                        "A literal default is a String, a Number, a Boolean, a UUID, or a date"
                                + " or time of java.time, not "
                                + value.getClass().getName()
                                + ": write Sql.raw(\"…\") for other values");
            }
        }
    }

    /**
     * Constant bytes.
     *
     * @param hex two hexadecimal digits for each byte
     */
    record Bytes(String hex) implements DefaultValue {
        /** Refuses null. */
        public Bytes {
            Objects.requireNonNull(hex, "hex");
        }
    }
}
