package dev.headway.op;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code alterColumn}, whether the type changes or not. Everything that isn't specified stays as it is.
 *
 * @param <T> the change with all of its options
 */
interface ColumnChangeOptions<T extends ColumnChangeOptions<T>> {

    /** Adds a NOT NULL constraint. */
    T notNull();

    /** Drops a NOT NULL constraint. */
    T nullable();

    /** Sets the default: a constant, {@code null}, {@link Sql#now()} or {@link Sql#raw}. */
    T defaultsTo(@Nullable Object value);

    /** Drops the default. */
    T noDefault();

    /** Drops the identity: new rows are no longer numbered. */
    T noIdentity();

    /**
     * Sets the definition of the column before the change. A downgrade is derived from it, and scripts for MariaDB and
     * MySQL, which require the whole definition, don't need to read the live table.
     */
    T from(Function<ColumnTypes, ColumnOptions<?>> definition);
}
