package dev.headway.op;

import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import java.util.function.Function;

/**
 * Sets a type. The options that follow are those that make sense for it.
 *
 * @param <P> the options that follow a type with neither collation nor identity
 * @param <N> the options that follow a type of exact numbers, which can have an identity
 * @param <X> the options that follow a type of texts, which can have a collation
 * @param <A> all options, which follow a type that Headway doesn't know
 */
abstract class TypeChoice<P, N, X, A> {

    /** Sets a type. */
    public abstract A of(ColumnType type);

    abstract P ofPlain(ColumnType type);

    abstract N ofNumber(ColumnType type);

    abstract X ofText(ColumnType type);

    /** Sets the type to boolean. */
    public final P bool() {
        return ofPlain(Plain.BOOLEAN);
    }

    /** Sets the type to 16-bit integer. */
    public final N smallint() {
        return ofNumber(Plain.SMALLINT);
    }

    /** Sets the type to 32-bit integer. */
    public final N integer() {
        return ofNumber(Plain.INTEGER);
    }

    /** Sets the type to 64-bit integer. */
    public final N bigint() {
        return ofNumber(Plain.BIGINT);
    }

    /** Sets the type to exact number with {@code precision} digits, {@code scale} of them after the decimal point. */
    public final N decimal(int precision, int scale) {
        return ofNumber(new ColumnType.Decimal(precision, scale));
    }

    /** Sets the type to 32-bit floating-point number. */
    public final P real() {
        return ofPlain(Plain.REAL);
    }

    /** Sets the type to 64-bit floating-point number. */
    public final P doublePrecision() {
        return ofPlain(Plain.DOUBLE);
    }

    /** Sets the type to text of at most {@code length} characters. */
    public final X varchar(int length) {
        return ofText(new ColumnType.Varchar(length));
    }

    /** Sets the type to text of exactly {@code length} characters. */
    public final X character(int length) {
        return ofText(new ColumnType.Char(length));
    }

    /** Sets the type to text of any length. */
    public final X text() {
        return ofText(Plain.TEXT);
    }

    /** Sets the type to date. */
    public final P date() {
        return ofPlain(Plain.DATE);
    }

    /** Sets the type to time of day. */
    public final P time() {
        return ofPlain(Plain.TIME);
    }

    /** Sets the type to date and time of day without a time zone. */
    public final P timestamp() {
        return ofPlain(Plain.TIMESTAMP);
    }

    /** Sets the type to instant. */
    public final P timestamptz() {
        return ofPlain(Plain.TIMESTAMPTZ);
    }

    /** Sets the type to interval. */
    public final P interval() {
        return ofPlain(Plain.INTERVAL);
    }

    /** Sets the type to UUID. */
    public final P uuid() {
        return ofPlain(Plain.UUID);
    }

    /** Sets the type to JSON document. */
    public final P json() {
        return ofPlain(Plain.JSON);
    }

    /** Sets the type to bytes. */
    public final P binary() {
        return ofPlain(Plain.BINARY);
    }

    /** Sets the type to an enum: one of a few texts. {@code enumName} is the name given to {@link Operations#createEnum}. */
    public final X enumerated(String enumName, String value, String... more) {
        return ofText(new ColumnType.Enumerated(enumName, NameList.of(value, more)));
    }

    /** Sets the type to array, as in {@code array(of -> of.text())}. */
    public final X array(Function<ElementTypes, ColumnType> element) {
        return ofText(new ColumnType.Array(element.apply(new ElementTypes())));
    }

    /** Sets the type to one of the database's own, written in its SQL. */
    public final A type(String sql) {
        return of(new ColumnType.Native(sql));
    }
}
