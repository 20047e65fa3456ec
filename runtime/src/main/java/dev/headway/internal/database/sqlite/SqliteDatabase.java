package dev.headway.internal.database.sqlite;

import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.Dialect;
import dev.headway.database.ErrorCodes;
import dev.headway.database.RowRules;
import dev.headway.database.ScratchDatabase;
import dev.headway.database.SessionRules;
import dev.headway.database.SourceRules;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** SQLite 3.26 and later. */
public final class SqliteDatabase implements DatabaseType {

    @Override
    public Database database() {
        return Database.SQLITE;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:sqlite:");
    }

    @Override
    public boolean matches(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("SQLite");
    }

    @Override
    public Dialect dialect(Version version) {
        return new SqliteDialect(version);
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new SqliteCatalog(handle);
    }

    @Override
    public DatabaseLock lock() {
        return new SqliteLock();
    }

    @Override
    public ErrorCodes errorCodes() {
        return new SqliteErrorCodes();
    }

    @Override
    public SessionRules sessions() {
        return new SqliteSessions();
    }

    @Override
    public ScratchDatabase scratch() {
        return new SqliteScratch();
    }

    @Override
    public SourceRules source() {
        return new SqliteSource();
    }

    @Override
    public RowRules rows() {
        return new SqliteRows();
    }
}
