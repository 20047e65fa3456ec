package dev.headway.examples.hsqldb;

import dev.headway.database.ComparisonRules;
import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.Dialect;
import dev.headway.database.ErrorCodes;
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

/** HSQLDB 2.7 and later. */
public final class HsqldbDatabase implements DatabaseType {

    @Override
    public Database database() {
        return Hsqldb.HSQLDB;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:hsqldb:");
    }

    @Override
    public boolean matches(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("HSQL Database Engine");
    }

    @Override
    public Dialect dialect(Version version) {
        return new HsqldbDialect();
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new HsqldbSchema(handle, new HsqldbNames(new HsqldbDialect()));
    }

    @Override
    public DatabaseLock lock() {
        return new HsqldbLock();
    }

    @Override
    public ErrorCodes errorCodes() {
        return new HsqldbErrorCodes();
    }

    @Override
    public SessionRules sessions() {
        return new HsqldbSessions();
    }

    @Override
    public ComparisonRules comparison() {
        return new HsqldbComparison();
    }

    @Override
    public SourceRules source() {
        return new HsqldbSource();
    }
}
