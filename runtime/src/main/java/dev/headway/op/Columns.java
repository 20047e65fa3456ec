package dev.headway.op;

import dev.headway.schema.ColumnType;
import java.util.function.Function;

/**
 * Declares columns: with type and name at once, as in {@code t.varchar("email", 320)}, or with the name first.
 *
 * @since 0.1
 */
public interface Columns {

    /** Declares a column; its type follows. */
    ColumnTypes column(String name);

    /** Declares a column of type boolean. */
    default DeclaredColumn<?> bool(String name) {
        return column(name).bool();
    }

    /** Declares a column of type 16-bit integer. */
    default NumberColumn<?> smallint(String name) {
        return column(name).smallint();
    }

    /** Declares a column of type 32-bit integer. */
    default NumberColumn<?> integer(String name) {
        return column(name).integer();
    }

    /** Declares a column of type 64-bit integer. */
    default NumberColumn<?> bigint(String name) {
        return column(name).bigint();
    }

    /** Declares a column of exact numbers with {@code precision} digits, {@code scale} of them after the decimal point. */
    default NumberColumn<?> decimal(String name, int precision, int scale) {
        return column(name).decimal(precision, scale);
    }

    /** Declares a column of type 32-bit floating-point number. */
    default DeclaredColumn<?> real(String name) {
        return column(name).real();
    }

    /** Declares a column of type 64-bit floating-point number. */
    default DeclaredColumn<?> doublePrecision(String name) {
        return column(name).doublePrecision();
    }

    /** Declares a column of text of at most {@code length} characters. */
    default TextColumn<?> varchar(String name, int length) {
        return column(name).varchar(length);
    }

    /** Declares a column of text of exactly {@code length} characters. */
    default TextColumn<?> character(String name, int length) {
        return column(name).character(length);
    }

    /** Declares a column of text of any length. */
    default TextColumn<?> text(String name) {
        return column(name).text();
    }

    /** Declares a column of type date. */
    default DeclaredColumn<?> date(String name) {
        return column(name).date();
    }

    /** Declares a column of type time of day. */
    default DeclaredColumn<?> time(String name) {
        return column(name).time();
    }

    /** Declares a column of type date and time of day without a time zone. */
    default DeclaredColumn<?> timestamp(String name) {
        return column(name).timestamp();
    }

    /** Declares a column of type instant. */
    default DeclaredColumn<?> timestamptz(String name) {
        return column(name).timestamptz();
    }

    /** Declares a column of type interval. */
    default DeclaredColumn<?> interval(String name) {
        return column(name).interval();
    }

    /** Declares a column of type UUID. */
    default DeclaredColumn<?> uuid(String name) {
        return column(name).uuid();
    }

    /** Declares a column of type JSON document. */
    default DeclaredColumn<?> json(String name) {
        return column(name).json();
    }

    /** Declares a column of bytes. */
    default DeclaredColumn<?> binary(String name) {
        return column(name).binary();
    }

    /**
     * Declares a column of type enum: one of a few texts. {@code enumName} is the name given to {@link
     * Operations#createEnum}.
     */
    default TextColumn<?> enumerated(String name, String enumName, String value, String... more) {
        return column(name).enumerated(enumName, value, more);
    }

    /** Declares a column of type array, as in {@code array("tags", of -> of.text())}. */
    default TextColumn<?> array(String name, Function<ElementTypes, ColumnType> element) {
        return column(name).array(element);
    }

    /** Declares a column of one of the database's own types, written in its SQL. */
    default ColumnDraft type(String name, String sql) {
        return column(name).type(sql);
    }
}
