package dev.headway.internal.database.mysql;

import dev.headway.database.ComparisonRules;
import dev.headway.database.Dialect;
import dev.headway.database.SessionRules;
import dev.headway.database.SourceRules;
import dev.headway.database.Version;
import dev.headway.internal.database.mysqlfamily.FamilyDatabase;
import dev.headway.internal.database.mysqlfamily.FamilySessions;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** MySQL 8.0.13 and later. */
public final class MySqlDatabase extends FamilyDatabase {

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
    public void configure(Handle handle) {
        handle.registerArgument(new UuidAsText());
    }

    @Override
    public Dialect dialect(Version version) {
        return new MySqlDialect(version);
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new MySqlCatalog(handle);
    }

    @Override
    public SessionRules sessions() {
        return new FamilySessions();
    }

    @Override
    public ComparisonRules comparison() {
        return new MySqlComparison();
    }

    @Override
    public SourceRules source() {
        return new MySqlSource();
    }
}
