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
    ColumnTypes<ColumnDraft> column(String name);

    /** Declares a column of type boolean. */
    default ColumnDraft bool(String name) {
        return column(name).bool();
    }

    /** Declares a column of type 16-bit integer. */
    default ColumnDraft smallint(String name) {
        return column(name).smallint();
    }

    /** Declares a column of type 32-bit integer. */
    default ColumnDraft integer(String name) {
        return column(name).integer();
    }

    /** Declares a column of type 64-bit integer. */
    default ColumnDraft bigint(String name) {
        return column(name).bigint();
    }

    /** Declares a column of exact numbers with {@code precision} digits, {@code scale} of them after the decimal point. */
    default ColumnDraft decimal(String name, int precision, int scale) {
        return column(name).decimal(precision, scale);
    }

    /** Declares a column of type 32-bit floating-point number. */
    default ColumnDraft real(String name) {
        return column(name).real();
    }

    /** Declares a column of type 64-bit floating-point number. */
    default ColumnDraft doublePrecision(String name) {
        return column(name).doublePrecision();
    }

    /** Declares a column of text of at most {@code length} characters. */
    default ColumnDraft varchar(String name, int length) {
        return column(name).varchar(length);
    }

    /** Declares a column of text of exactly {@code length} characters. */
    default ColumnDraft character(String name, int length) {
        return column(name).character(length);
    }

    /** Declares a column of text of any length. */
    default ColumnDraft text(String name) {
        return column(name).text();
    }

    /** Declares a column of type date. */
    default ColumnDraft date(String name) {
        return column(name).date();
    }

    /** Declares a column of type time of day. */
    default ColumnDraft time(String name) {
        return column(name).time();
    }

    /** Declares a column of type date and time of day without a time zone. */
    default ColumnDraft timestamp(String name) {
        return column(name).timestamp();
    }

    /** Declares a column of type instant. */
    default ColumnDraft timestamptz(String name) {
        return column(name).timestamptz();
    }

    /** Declares a column of type interval. */
    default ColumnDraft interval(String name) {
        return column(name).interval();
    }

    /** Declares a column of type UUID. */
    default ColumnDraft uuid(String name) {
        return column(name).uuid();
    }

    /** Declares a column of type JSON document. */
    default ColumnDraft json(String name) {
        return column(name).json();
    }

    /** Declares a column of bytes. */
    default ColumnDraft binary(String name) {
        return column(name).binary();
    }

    /**
     * Declares a column of type enum: one of a few texts. {@code enumName} is the name given to {@link
     * Operations#createEnum}.
     */
    default ColumnDraft enumerated(String name, String enumName, String value, String... more) {
        return column(name).enumerated(enumName, value, more);
    }

    /** Declares a column of type array, as in {@code array("tags", of -> of.text())}. */
    default ColumnDraft array(String name, Function<ColumnTypes<ColumnType>, ColumnType> element) {
        return column(name).array(element);
    }

    /** Declares a column of one of the database's own types, written in its SQL. */
    default ColumnDraft type(String name, String sql) {
        return column(name).type(sql);
    }
}
