package dev.headway.op;

import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import java.util.function.Consumer;

/** Says the type of a column whose name is known. */
public final class ColumnTypes {
    private final String name;
    private final Consumer<ColumnDraft> drafts;

    ColumnTypes(String name, Consumer<ColumnDraft> drafts) {
        this.name = name;
        this.drafts = drafts;
    }

    /** True or false. */
    public ColumnDraft bool() {
        return of(Plain.BOOLEAN);
    }

    /** Integers of 16 bits. */
    public ColumnDraft smallint() {
        return of(Plain.SMALLINT);
    }

    /** Integers of 32 bits. */
    public ColumnDraft integer() {
        return of(Plain.INTEGER);
    }

    /** Integers of 64 bits. */
    public ColumnDraft bigint() {
        return of(Plain.BIGINT);
    }

    /** Exact numbers with {@code precision} digits, {@code scale} of them behind the point. */
    public ColumnDraft decimal(int precision, int scale) {
        return of(new ColumnType.Decimal(precision, scale));
    }

    /** Floating-point numbers of 32 bits. */
    public ColumnDraft real() {
        return of(Plain.REAL);
    }

    /** Floating-point numbers of 64 bits. */
    public ColumnDraft doublePrecision() {
        return of(Plain.DOUBLE);
    }

    /** Text of at most {@code length} characters. */
    public ColumnDraft varchar(int length) {
        return of(new ColumnType.Varchar(length));
    }

    /** Text of exactly {@code length} characters. */
    public ColumnDraft character(int length) {
        return of(new ColumnType.Char(length));
    }

    /** Text of any length. */
    public ColumnDraft text() {
        return of(Plain.TEXT);
    }

    /** Days. */
    public ColumnDraft date() {
        return of(Plain.DATE);
    }

    /** Times of day. */
    public ColumnDraft time() {
        return of(Plain.TIME);
    }

    /** Days with times of day, without a zone. */
    public ColumnDraft timestamp() {
        return of(Plain.TIMESTAMP);
    }

    /** Points on the time line. */
    public ColumnDraft timestamptz() {
        return of(Plain.TIMESTAMPTZ);
    }

    /** Universally unique identifiers. */
    public ColumnDraft uuid() {
        return of(Plain.UUID);
    }

    /** JSON documents. */
    public ColumnDraft json() {
        return of(Plain.JSON);
    }

    /** Bytes. */
    public ColumnDraft binary() {
        return of(Plain.BINARY);
    }

    /** A type that the database has of its own, spelled as the database spells it. */
    public ColumnDraft type(String sql) {
        return of(new ColumnType.Native(sql));
    }

    private ColumnDraft of(ColumnType type) {
        ColumnDraft draft = new ColumnDraft(name, type);
        drafts.accept(draft);
        return draft;
    }
}
