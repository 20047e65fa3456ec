package dev.headway.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name, without quotes
 * @param type its type
 * @param nullable whether it is nullable
 * @param defaultValue its default; null if it has none
 * @param identity how the database numbers its rows; null if it doesn't
 * @param generated how the database computes its values; null if it doesn't
 * @param collation its collation; null for the default of the database
 * @param comment its comment; null if it has none
 * @since 0.1
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment) {
    /** Refuses a blank name, and more than one of default, identity and expression. */
    public Column {
        Name.require("A column", name);
        Objects.requireNonNull(type, "type");
        if (identity != null && defaultValue != null) {
            throw new IllegalArgumentException("Column '" + name + "' is an identity, so it can't have a default");
        }
        if (generated != null && (defaultValue != null || identity != null)) {
            throw new IllegalArgumentException(
                    "Column '" + name + "' is generated, so it can't have a default or an identity");
        }
    }

    /** Returns a nullable column without any option. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, null, null, null, null, null);
    }

    /** Returns this column with a NOT NULL constraint. */
    public Column notNull() {
        return new Column(name, type, false, defaultValue, identity, generated, collation, comment);
    }

    /** Returns this column with an identity. */
    public Column numbered(Identity identity) {
        return new Column(name, type, false, null, identity, null, collation, comment);
    }

    /** Returns this column with another name. */
    public Column named(String name) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    /** Returns this column with another comment. */
    public Column commented(@Nullable String comment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }
}
