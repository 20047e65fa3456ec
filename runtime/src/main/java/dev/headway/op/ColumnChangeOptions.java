package dev.headway.op;

import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code alterColumn}, whether the type changes or not. Everything that isn't specified stays as it is.
 *
 * @param <T> the change with all of its options
 */
abstract class ColumnChangeOptions<T extends ColumnChangeOptions<T>> {
    final ColumnAlteration alteration;

    ColumnChangeOptions(ColumnAlteration alteration) {
        this.alteration = alteration;
    }

    /** Adds a NOT NULL constraint. */
    public T notNull() {
        return nullable(false);
    }

    /** Drops a NOT NULL constraint. */
    public T nullable() {
        return nullable(true);
    }

    private T nullable(boolean nullable) {
        Boolean before = alteration.nullable;
        Once.refuse(before != null && before != nullable, alteration.describe(), "notNull()", "nullable()");
        alteration.nullable = nullable;
        return self();
    }

    /** Sets the default: a constant, {@code null}, {@link Sql#now()} or {@link Sql#raw}. */
    public T defaultsTo(@Nullable Object value) {
        alteration.defaultValue = Once.set("defaultsTo(…)", alteration.defaultValue, DefaultValue.of(value));
        return self();
    }

    /** Drops the default. */
    public T noDefault() {
        alteration.dropsDefault = true;
        return self();
    }

    /** Numbers new rows from 1, unless an insert specifies a number. */
    public T identity() {
        return identity(Identity.BY_DEFAULT);
    }

    /** Numbers new rows from 1. An insert can't specify a number. */
    public T identityAlways() {
        return identity(new Identity(true, 1, 1));
    }

    /** Numbers new rows as specified. Existing rows keep their numbers. */
    public T identity(Identity identity) {
        alteration.identity = Once.set("identity(…)", alteration.identity, identity);
        return self();
    }

    /** Drops the identity: new rows are no longer numbered. */
    public T noIdentity() {
        alteration.dropsIdentity = true;
        return self();
    }

    /**
     * Sets the definition of the column before the change. A downgrade is derived from it, and scripts for MariaDB and
     * MySQL, which require the whole definition, don't need to read the live table.
     */
    public T from(Function<ColumnTypes<ColumnDraft>, ColumnOptions<?>> definition) {
        alteration.from = Once.set(
                "from(…)",
                alteration.from,
                SingleColumn.named(alteration.table(), alteration.column(), definition)
                        .column());
        return self();
    }

    abstract T self();
}
