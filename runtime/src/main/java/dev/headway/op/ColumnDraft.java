package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A column that is being declared. It is nullable by default. Its values come from a default, from an identity or from an
 * expression: after one of them, the others are no longer offered.
 *
 * @since 0.1
 */
public final class ColumnDraft extends ColumnOptions<ColumnDraft> {
    private final ColumnType type;
    private @Nullable DefaultValue defaultValue;
    private @Nullable Identity identity;
    private @Nullable Generated generated;

    ColumnDraft(String name, ColumnType type) {
        super(name);
        this.type = type;
    }

    /**
     * Sets the default: a constant, {@code null}, {@link Sql#now()} or {@link Sql#raw}.
     *
     * @throws IllegalArgumentException if SQL has no constant for a value of this class
     */
    public ColumnOptions<?> defaultsTo(@Nullable Object value) {
        defaultValue = DefaultValue.of(value);
        return this;
    }

    /** Numbers the rows from 1, unless an insert specifies a number. Implies {@link #notNull()}. */
    public ColumnOptions<?> identity() {
        return identity(Identity.BY_DEFAULT);
    }

    /**
     * Numbers the rows from 1. An insert can't specify a number, except on MariaDB, MySQL and SQLite, which have no way to
     * refuse it. Implies {@link #notNull()}.
     */
    public ColumnOptions<?> identityAlways() {
        return identity(new Identity(true, 1, 1));
    }

    /** Numbers the rows as specified. Implies {@link #notNull()}. */
    public ColumnOptions<?> identity(Identity identity) {
        this.identity = identity;
        return notNull();
    }

    /** Computes the column from an expression in the database's SQL when a row is written. */
    public ColumnOptions<?> generatedAs(String expression) {
        generated = new Generated(expression, true);
        return this;
    }

    /** Computes the column from an expression in the database's SQL when a row is read. */
    public ColumnOptions<?> generatedWhenReadAs(String expression) {
        generated = new Generated(expression, false);
        return this;
    }

    @Override
    ColumnDraft self() {
        return this;
    }

    @Override
    Column column() {
        return new Column(name(), type, isNullable(), defaultValue, identity, generated, collation(), comment());
    }
}
