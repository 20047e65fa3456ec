package dev.headway.database;

import dev.headway.schema.LiveSchema;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The database that a connection leads to.
 *
 * @param type the type
 * @param version the version
 * @param dialect the dialect of this version
 * @since 0.1
 */
public record DetectedDatabase(DatabaseType type, Version version, Dialect dialect) {

    /** Creates a description with the dialect that {@code type} has for this version. */
    public DetectedDatabase(DatabaseType type, Version version) {
        this(type, version, type.dialect(version));
    }

    /** Returns a reader of the current schema, which doesn't call {@code handle} before the first query. */
    public LiveSchema read(Supplier<Handle> handle) {
        return type.read(handle, version);
    }

    /** Returns the name of the database, for messages. */
    public String name() {
        return type.database().name();
    }
}
