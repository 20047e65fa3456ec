package dev.headway.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name, as it is to read back: quoting is for the dialect
 * @param type its type
 * @param nullable whether it may be null
 * @param identity whether the database numbers its rows
 * @param defaultValue what it holds where an insert names no value; null for null
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        boolean identity,
        @Nullable DefaultValue defaultValue) {
    /** Refuses a blank name, and a default beside an identity. */
    public Column {
        Name.require("A column", name);
        Objects.requireNonNull(type, "type");
        if (identity && defaultValue != null) {
            throw new IllegalArgumentException("Column '" + name + "' is an identity, so it has no other default");
        }
    }
}
