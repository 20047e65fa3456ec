package dev.headway.cli;

import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.Dialect;
import dev.headway.database.ErrorCodes;
import dev.headway.database.SessionRules;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Matches no connection, and counts how often each is examined: once whenever its database is detected. */
public final class CountingDatabase implements DatabaseType {
    private static final IdentityHashMap<Connection, Integer> DETECTIONS = new IdentityHashMap<>();

    /** Returns how often the database of each connection was detected, and forgets it. */
    static List<Integer> takeDetections() {
        List<Integer> detections = List.copyOf(DETECTIONS.values());
        DETECTIONS.clear();
        return detections;
    }

    @Override
    public Database database() {
        return new Database("Counting");
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of();
    }

    @Override
    public boolean matches(Connection connection) {
        DETECTIONS.merge(connection, 1, Integer::sum);
        return false;
    }

    @Override
    public Dialect dialect(Version version) {
        throw new IllegalStateException("Matches no connection");
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        throw new IllegalStateException("Matches no connection");
    }

    @Override
    public DatabaseLock lock() {
        throw new IllegalStateException("Matches no connection");
    }

    @Override
    public ErrorCodes errorCodes() {
        throw new IllegalStateException("Matches no connection");
    }

    @Override
    public SessionRules sessions() {
        throw new IllegalStateException("Matches no connection");
    }
}
