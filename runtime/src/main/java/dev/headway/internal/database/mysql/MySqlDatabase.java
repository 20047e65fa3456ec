package dev.headway.internal.database.mysql;

import dev.headway.database.ComparisonRules;
import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.Dialect;
import dev.headway.database.ErrorCodes;
import dev.headway.database.RowRules;
import dev.headway.database.ScratchDatabase;
import dev.headway.database.SessionRules;
import dev.headway.database.SourceRules;
import dev.headway.database.Version;
import dev.headway.internal.database.mariadb.MariaDbCatalog;
import dev.headway.internal.database.mariadb.MariaDbComparison;
import dev.headway.internal.database.mariadb.MariaDbDialect;
import dev.headway.internal.database.mariadb.MariaDbErrorCodes;
import dev.headway.internal.database.mariadb.MariaDbLock;
import dev.headway.internal.database.mariadb.MariaDbRows;
import dev.headway.internal.database.mariadb.MariaDbScratch;
import dev.headway.internal.database.mariadb.MariaDbSessions;
import dev.headway.internal.database.mariadb.MariaDbSource;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** MySQL 8. */
public final class MySqlDatabase implements DatabaseType {

    @Override
    public Database database() {
        return Database.MYSQL;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:mysql:");
    }

    @Override
    public boolean matches(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("MySQL");
    }

    @Override
    public Dialect dialect(Version version) {
        return new MariaDbDialect(Database.MYSQL, version);
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new MariaDbCatalog(handle, true);
    }

    @Override
    public DatabaseLock lock() {
        return new MariaDbLock();
    }

    @Override
    public ErrorCodes errorCodes() {
        return new MariaDbErrorCodes();
    }

    @Override
    public SessionRules sessions() {
        return new MariaDbSessions();
    }

    @Override
    public ScratchDatabase scratch() {
        return new MariaDbScratch();
    }

    @Override
    public ComparisonRules comparison() {
        return new MariaDbComparison();
    }

    @Override
    public SourceRules source() {
        return new MariaDbSource();
    }

    @Override
    public RowRules rows() {
        return new MariaDbRows();
    }
}
