package dev.headway.schema;

import dev.headway.error.UnsupportedFeatureException;
import java.util.List;
import java.util.Optional;

/** What a database has now. Each question asks the database. */
public interface LiveSchema {

    /** Returns the names of the tables of the schema that the connection works in, in order. */
    List<String> tables();

    /** Returns a table, which may be named with its schema. */
    Optional<Table> table(String name);

    /** Returns the sequences of the schema that the connection works in, by name, without those that number a column. */
    List<Sequence> sequences();

    /** Returns the views of the schema that the connection works in, by name. */
    List<View> views();

    /** Returns the enums of the schema that the connection works in, by name, where they are types of their own. */
    default List<EnumType> enums() {
        return List.of();
    }

    /** Returns all of these, and the tables. */
    default Schema read() {
        return new Schema(all(), sequences(), views(), enums(), List.of());
    }

    /**
     * Returns what {@link #read()} does, and what is in others of these schemas that are there.
     *
     * @throws UnsupportedFeatureException if the database has no schemas beside the one that the connection works in
     */
    default Schema readWith(List<String> others) {
        if (!others.isEmpty()) {
            throw new UnsupportedFeatureException("There are no schemas beside this one");
        }
        return read();
    }

    /** Returns whether there is a database to ask: a script is written without one. */
    default boolean canBeAsked() {
        return true;
    }

    /** Returns the tables of the schema that the connection works in, by name. */
    default List<Table> all() {
        return tables().stream().map(this::table).flatMap(Optional::stream).toList();
    }

    /** Returns whether there is a table of this name. */
    default boolean hasTable(String name) {
        return table(name).isPresent();
    }

    /** Returns whether a table has a column of this name. */
    default boolean hasColumn(String table, String column) {
        return table(table).flatMap(found -> found.column(column)).isPresent();
    }

    /**
     * Returns the names of indexes that are there but of no use, since making them failed or is not done yet. Only
     * PostgreSQL leaves such, from {@code CREATE INDEX CONCURRENTLY}.
     */
    default List<String> invalidIndexes() {
        return List.of();
    }
}
