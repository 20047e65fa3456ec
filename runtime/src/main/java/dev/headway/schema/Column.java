package dev.headway.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name, as it is to read back: quoting is for the dialect
 * @param type its type
 * @param nullable whether it may be null
 * @param defaultValue what it holds where an insert names no value; null for null
 * @param identity how the database numbers its rows; null if it does not
 * @param generated how the database computes it; null if it does not
 * @param collation the order of its texts; null for the database's own
 * @param comment what it is for; null for nothing
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
            throw new IllegalArgumentException("Column '" + name + "' is an identity, so it has no other default");
        }
        if (generated != null && (defaultValue != null || identity != null)) {
            throw new IllegalArgumentException(
                    "Column '" + name + "' is generated, so it has no default and no identity");
        }
    }

    /** Returns a column that may be null, and of which nothing else is said. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, null, null, null, null, null);
    }

    /** Returns this column refusing null. */
    public Column notNull() {
        return new Column(name, type, false, defaultValue, identity, generated, collation, comment);
    }

    /** Returns this column, numbered by the database. */
    public Column numbered(Identity identity) {
        return new Column(name, type, false, null, identity, null, collation, comment);
    }

    /** Returns this column under another name. */
    public Column named(String name) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    /** Returns this column with another comment. */
    public Column commented(@Nullable String comment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }
}
