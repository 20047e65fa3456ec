package dev.headway.schema;

import java.util.List;
import java.util.Objects;

/**
 * The type of a column: a portable one, which each database has under its own name, or one of the database's own.
 *
 * @since 0.1
 */
public sealed interface ColumnType {

    /** The portable types without parameters. */
    enum Plain implements ColumnType {
        /** True or false. */
        BOOLEAN,
        /** A signed integer of 16 bits. */
        SMALLINT,
        /** A signed integer of 32 bits. */
        INTEGER,
        /** A signed integer of 64 bits. */
        BIGINT,
        /** A binary floating-point number of 32 bits. */
        REAL,
        /** A binary floating-point number of 64 bits. */
        DOUBLE,
        /** Text of any length. */
        TEXT,
        /** A day. */
        DATE,
        /** A time of day without a zone. */
        TIME,
        /** A day and a time of day without a zone. */
        TIMESTAMP,
        /** An instant. */
        TIMESTAMPTZ,
        /** A duration. */
        INTERVAL,
        /** A universally unique identifier. */
        UUID,
        /** A JSON document. */
        JSON,
        /** Any number of bytes. */
        BINARY
    }

    /**
     * Text of at most {@code length} characters.
     *
     * @param length at least 1
     */
    record Varchar(int length) implements ColumnType {
        /** Refuses a length below 1. */
        public Varchar {
            requirePositive("The length of a varchar", length);
        }
    }

    /**
     * Text of exactly {@code length} characters.
     *
     * @param length at least 1
     */
    record Char(int length) implements ColumnType {
        /** Refuses a length below 1. */
        public Char {
            requirePositive("The length of a char", length);
        }
    }

    /**
     * An exact number.
     *
     * @param precision the number of digits, at least 1
     * @param scale how many of them after the decimal point
     */
    record Decimal(int precision, int scale) implements ColumnType {
        /** Refuses a precision below 1, and a scale below 0 or above the precision. */
        public Decimal {
            requirePositive("The precision of a decimal", precision);
            if (scale < 0 || scale > precision) {
                throw new IllegalArgumentException(
                        "The scale of a decimal is from 0 to its precision of " + precision + ", not " + scale);
            }
        }
    }

    /**
     * One of a few texts. If the database has enum types, this is one that {@code createEnum} created.
     *
     * @param name the name of the type
     * @param values the texts in order, at least one
     */
    record Enumerated(String name, List<String> values) implements ColumnType {
        /** Refuses an enum without values. */
        public Enumerated {
            Name.require("An enum", name);
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("Enum '" + name + "' needs at least one value");
            }
        }
    }

    /**
     * An array.
     *
     * @param element the type of its elements
     */
    record Array(ColumnType element) implements ColumnType {
        /** Refuses null. */
        public Array {
            Objects.requireNonNull(element, "element");
        }
    }

    /**
     * One of the database's own types.
     *
     * @param sql the type in the database's SQL
     */
    record Native(String sql) implements ColumnType {
        /** Refuses null. */
        public Native {
            Objects.requireNonNull(sql, "sql");
        }
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " is at least 1, not " + value);
        }
    }
}
