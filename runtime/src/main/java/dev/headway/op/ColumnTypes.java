package dev.headway.op;

import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import java.util.function.Function;

/**
 * Sets the type of a column.
 *
 * @param <T> the options that follow the type
 * @since 0.1
 */
@FunctionalInterface
public interface ColumnTypes<T> {

    /** Sets a type. */
    T of(ColumnType type);

    /** Sets the type to boolean. */
    default T bool() {
        return of(Plain.BOOLEAN);
    }

    /** Sets the type to 16-bit integer. */
    default T smallint() {
        return of(Plain.SMALLINT);
    }

    /** Sets the type to 32-bit integer. */
    default T integer() {
        return of(Plain.INTEGER);
    }

    /** Sets the type to 64-bit integer. */
    default T bigint() {
        return of(Plain.BIGINT);
    }

    /** Sets the type to exact number with {@code precision} digits, {@code scale} of them after the decimal point. */
    default T decimal(int precision, int scale) {
        return of(new ColumnType.Decimal(precision, scale));
    }

    /** Sets the type to 32-bit floating-point number. */
    default T real() {
        return of(Plain.REAL);
    }

    /** Sets the type to 64-bit floating-point number. */
    default T doublePrecision() {
        return of(Plain.DOUBLE);
    }

    /** Sets the type to text of at most {@code length} characters. */
    default T varchar(int length) {
        return of(new ColumnType.Varchar(length));
    }

    /** Sets the type to text of exactly {@code length} characters. */
    default T character(int length) {
        return of(new ColumnType.Char(length));
    }

    /** Sets the type to text of any length. */
    default T text() {
        return of(Plain.TEXT);
    }

    /** Sets the type to date. */
    default T date() {
        return of(Plain.DATE);
    }

    /** Sets the type to time of day. */
    default T time() {
        return of(Plain.TIME);
    }

    /** Sets the type to date and time of day without a time zone. */
    default T timestamp() {
        return of(Plain.TIMESTAMP);
    }

    /** Sets the type to instant. */
    default T timestamptz() {
        return of(Plain.TIMESTAMPTZ);
    }

    /** Sets the type to interval. */
    default T interval() {
        return of(Plain.INTERVAL);
    }

    /** Sets the type to UUID. */
    default T uuid() {
        return of(Plain.UUID);
    }

    /** Sets the type to JSON document. */
    default T json() {
        return of(Plain.JSON);
    }

    /** Sets the type to bytes. */
    default T binary() {
        return of(Plain.BINARY);
    }

    /** Sets the type to an enum: one of a few texts. {@code enumName} is the name given to {@link Operations#createEnum}. */
    default T enumerated(String enumName, String value, String... more) {
        return of(new ColumnType.Enumerated(enumName, NameList.of(value, more)));
    }

    /** Sets the type to array, as in {@code array(of -> of.text())}. */
    default T array(Function<ColumnTypes<ColumnType>, ColumnType> element) {
        return of(new ColumnType.Array(element.apply(type -> type)));
    }

    /** Sets the type to one of the database's own, written in its SQL. */
    default T type(String sql) {
        return of(new ColumnType.Native(sql));
    }
}
