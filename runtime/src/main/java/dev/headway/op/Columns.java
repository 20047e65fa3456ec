package dev.headway.op;

import dev.headway.schema.ColumnType;
import java.util.function.Function;

/** Declares columns: by a type and a name at once, {@code t.varchar("email", 320)}, or by name first. */
public interface Columns {

    /** Declares a column, whose type is said next. */
    ColumnTypes<ColumnDraft> column(String name);

    /** Declares a column that is true or false. */
    default ColumnDraft bool(String name) {
        return column(name).bool();
    }

    /** Declares a column of integers of 16 bits. */
    default ColumnDraft smallint(String name) {
        return column(name).smallint();
    }

    /** Declares a column of integers of 32 bits. */
    default ColumnDraft integer(String name) {
        return column(name).integer();
    }

    /** Declares a column of integers of 64 bits. */
    default ColumnDraft bigint(String name) {
        return column(name).bigint();
    }

    /** Declares a column of exact numbers with {@code precision} digits, {@code scale} of them behind the point. */
    default ColumnDraft decimal(String name, int precision, int scale) {
        return column(name).decimal(precision, scale);
    }

    /** Declares a column of floating-point numbers of 32 bits. */
    default ColumnDraft real(String name) {
        return column(name).real();
    }

    /** Declares a column of floating-point numbers of 64 bits. */
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

    /** Declares a column of days. */
    default ColumnDraft date(String name) {
        return column(name).date();
    }

    /** Declares a column of times of day. */
    default ColumnDraft time(String name) {
        return column(name).time();
    }

    /** Declares a column of days with times of day, without a zone. */
    default ColumnDraft timestamp(String name) {
        return column(name).timestamp();
    }

    /** Declares a column of points on the time line. */
    default ColumnDraft timestamptz(String name) {
        return column(name).timestamptz();
    }

    /** Declares a column of lengths of time. */
    default ColumnDraft interval(String name) {
        return column(name).interval();
    }

    /** Declares a column of universally unique identifiers. */
    default ColumnDraft uuid(String name) {
        return column(name).uuid();
    }

    /** Declares a column of JSON documents. */
    default ColumnDraft json(String name) {
        return column(name).json();
    }

    /** Declares a column of bytes. */
    default ColumnDraft binary(String name) {
        return column(name).binary();
    }

    /** Declares a column of one of a few texts. {@code enumName} is what {@link Operations#createEnum} calls them. */
    default ColumnDraft enumerated(String name, String enumName, String... values) {
        return column(name).enumerated(enumName, values);
    }

    /** Declares a column of many values of a type, as in {@code array("tags", of -> of.text())}. */
    default ColumnDraft array(String name, Function<ColumnTypes<ColumnType>, ColumnType> element) {
        return column(name).array(element);
    }

    /** Declares a column of a type that the database has of its own, spelled as the database spells it. */
    default ColumnDraft type(String name, String sql) {
        return column(name).type(sql);
    }
}
