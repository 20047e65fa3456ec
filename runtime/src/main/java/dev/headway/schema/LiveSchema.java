package dev.headway.schema;

import dev.headway.error.UnsupportedFeatureException;
import java.util.List;
import java.util.Optional;

/**
 * The current schema of a database. Each method queries the database.
 *
 * @since 0.1
 */
public interface LiveSchema {

    /** Returns the names of the tables in the current schema, sorted. */
    List<String> tables();

    /** Returns a table by its name, which may have a schema. */
    Optional<Table> table(String name);

    /** Returns the sequences in the current schema, sorted by name, except those of identity columns. */
    List<Sequence> sequences();

    /** Returns the views in the current schema, sorted by name. */
    List<View> views();

    /** Returns the enum types in the current schema, sorted by name. */
    default List<EnumType> enums() {
        return List.of();
    }

    /** Returns all objects in the current schema. */
    default Schema read() {
        return new Schema(all(), sequences(), views(), enums(), List.of());
    }

    /**
     * Returns all objects in the current schema and in other schemas, if those exist.
     *
     * @throws UnsupportedFeatureException if the database has only one schema
     */
    default Schema readWith(List<String> others) {
        if (!others.isEmpty()) {
            throw new UnsupportedFeatureException("There are no other schemas");
        }
        return read();
    }

    /** Returns whether there is a database to query. There is none when a script is written. */
    default boolean canBeAsked() {
        return true;
    }

    /** Returns the tables in the current schema, sorted by name. */
    default List<Table> all() {
        return tables().stream().map(this::table).flatMap(Optional::stream).toList();
    }

    /** Returns whether a table exists. */
    default boolean hasTable(String name) {
        return table(name).isPresent();
    }

    /** Returns whether a table with this column exists. */
    default boolean hasColumn(String table, String column) {
        return table(table).flatMap(found -> found.column(column)).isPresent();
    }

    /**
     * Returns the names of invalid indexes, whose creation failed or hasn't finished. Only PostgreSQL has them, from
     * {@code CREATE INDEX CONCURRENTLY}.
     */
    default List<String> invalidIndexes() {
        return List.of();
    }
}
