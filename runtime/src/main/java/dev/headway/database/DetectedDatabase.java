package dev.headway.database;

import dev.headway.schema.LiveSchema;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The database at the other end of a connection: its type, and its version where that makes a difference.
 *
 * @param type the type
 * @param version the version
 * @param dialect how this version spells operations
 */
public record DetectedDatabase(DatabaseType type, Version version, Dialect dialect) {

    /** Describes a version of a database. */
    public DetectedDatabase(DatabaseType type, Version version) {
        this(type, version, type.dialect(version));
    }

    /** Returns what the database has at the other end of {@code handle}, which is asked for no handle before the first question. */
    public LiveSchema read(Supplier<Handle> handle) {
        return type.read(handle, version);
    }

    /** Returns the name of the database, for messages. */
    public String name() {
        return type.database().name();
    }
}
