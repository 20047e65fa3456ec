package dev.headway.internal.database.mariadb;

import dev.headway.database.ComparisonRules;
import dev.headway.database.Dialect;
import dev.headway.database.SessionRules;
import dev.headway.database.SourceRules;
import dev.headway.database.Version;
import dev.headway.internal.database.mysqlfamily.FamilyDatabase;
import dev.headway.internal.database.mysqlfamily.FamilySessions;
import dev.headway.internal.database.mysqlfamily.FamilySource;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** MariaDB 10.6 and later. */
public final class MariaDbDatabase extends FamilyDatabase {

    @Override
    public Database database() {
        return Database.MARIADB;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:mariadb:");
    }

    @Override
    public boolean matches(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")
                || connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    }

    @Override
    public Dialect dialect(Version version) {
        return new MariaDbDialect(version);
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new MariaDbCatalog(handle);
    }

    @Override
    public SessionRules sessions() {
        return new FamilySessions();
    }

    @Override
    public ComparisonRules comparison() {
        return new MariaDbComparison();
    }

    @Override
    public SourceRules source() {
        return new FamilySource();
    }
}
