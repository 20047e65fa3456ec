package dev.headway.op;

import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import java.util.List;
import java.util.function.Function;

/**
 * Says the type of a column whose name is known.
 *
 * @param <T> what can be said after the type
 */
public abstract class ColumnTypes<T> {
    ColumnTypes() {}

    /** Takes a type that was made elsewhere. */
    public abstract T of(ColumnType type);

    /** True or false. */
    public T bool() {
        return of(Plain.BOOLEAN);
    }

    /** Integers of 16 bits. */
    public T smallint() {
        return of(Plain.SMALLINT);
    }

    /** Integers of 32 bits. */
    public T integer() {
        return of(Plain.INTEGER);
    }

    /** Integers of 64 bits. */
    public T bigint() {
        return of(Plain.BIGINT);
    }

    /** Exact numbers with {@code precision} digits, {@code scale} of them behind the point. */
    public T decimal(int precision, int scale) {
        return of(new ColumnType.Decimal(precision, scale));
    }

    /** Floating-point numbers of 32 bits. */
    public T real() {
        return of(Plain.REAL);
    }

    /** Floating-point numbers of 64 bits. */
    public T doublePrecision() {
        return of(Plain.DOUBLE);
    }

    /** Text of at most {@code length} characters. */
    public T varchar(int length) {
        return of(new ColumnType.Varchar(length));
    }

    /** Text of exactly {@code length} characters. */
    public T character(int length) {
        return of(new ColumnType.Char(length));
    }

    /** Text of any length. */
    public T text() {
        return of(Plain.TEXT);
    }

    /** Days. */
    public T date() {
        return of(Plain.DATE);
    }

    /** Times of day. */
    public T time() {
        return of(Plain.TIME);
    }

    /** Days with times of day, without a zone. */
    public T timestamp() {
        return of(Plain.TIMESTAMP);
    }

    /** Points on the time line. */
    public T timestamptz() {
        return of(Plain.TIMESTAMPTZ);
    }

    /** Lengths of time. */
    public T interval() {
        return of(Plain.INTERVAL);
    }

    /** Universally unique identifiers. */
    public T uuid() {
        return of(Plain.UUID);
    }

    /** JSON documents. */
    public T json() {
        return of(Plain.JSON);
    }

    /** Bytes. */
    public T binary() {
        return of(Plain.BINARY);
    }

    /** One of a few texts. {@code enumName} is what {@link Operations#createEnum} calls them. */
    public T enumerated(String enumName, String... values) {
        return of(new ColumnType.Enumerated(enumName, List.of(values)));
    }

    /** Many values of a type, in order, as in {@code array(of -> of.text())}. */
    public T array(Function<ColumnTypes<ColumnType>, ColumnType> element) {
        return of(new ColumnType.Array(element.apply(new Alone())));
    }

    /** A type that the database has of its own, spelled as the database spells it. */
    public T type(String sql) {
        return of(new ColumnType.Native(sql));
    }

    /** The type and nothing else. */
    private static final class Alone extends ColumnTypes<ColumnType> {
        @Override
        public ColumnType of(ColumnType type) {
            return type;
        }
    }
}
