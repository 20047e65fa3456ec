package dev.headway.schema;

import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The default of a column.
 *
 * @since 0.1
 */
public sealed interface DefaultValue {

    /**
     * Returns a constant, which may be bytes or null. Returns a {@code DefaultValue} as it is.
     *
     * @throws IllegalArgumentException if SQL has no constant for a value of this class
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
        /** The only constant. */
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
        /** Refuses values of other classes. */
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
