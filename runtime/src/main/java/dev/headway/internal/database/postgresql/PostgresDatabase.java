package dev.headway.internal.database.postgresql;

import dev.headway.database.ComparisonRules;
import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.Dialect;
import dev.headway.database.ErrorCodes;
import dev.headway.database.ScratchDatabase;
import dev.headway.database.SessionRules;
import dev.headway.database.SourceRules;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** PostgreSQL 11 and later. */
public final class PostgresDatabase implements DatabaseType {

    @Override
    public Database database() {
        return Database.POSTGRESQL;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:postgresql:");
    }

    @Override
    public boolean matches(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** A statement that the server keeps is lost behind a pooler that lends connections by the transaction. */
    @Override
    public Map<String, String> connectionProperties() {
        return Map.of("prepareThreshold", "0");
    }

    @Override
    public Dialect dialect(Version version) {
        return new PostgresDialect(version);
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new PostgresCatalog(handle);
    }

    @Override
    public DatabaseLock lock() {
        return new PostgresLock();
    }

    @Override
    public ErrorCodes errorCodes() {
        return new PostgresErrorCodes();
    }

    @Override
    public SessionRules sessions() {
        return new PostgresSessions();
    }

    @Override
    public ScratchDatabase scratch() {
        return new PostgresScratch();
    }

    @Override
    public ComparisonRules comparison() {
        return new PostgresComparison();
    }

    @Override
    public SourceRules source() {
        return new PostgresSource();
    }
}
