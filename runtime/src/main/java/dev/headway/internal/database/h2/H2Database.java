package dev.headway.internal.database.h2;

import dev.headway.database.ComparisonRules;
import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.Dialect;
import dev.headway.database.ErrorCodes;
import dev.headway.database.RepeatRules;
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

/** H2 2.2 and later. */
public final class H2Database implements DatabaseType {

    @Override
    public Database database() {
        return Database.H2;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:h2:");
    }

    @Override
    public boolean matches(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    @Override
    public Dialect dialect(Version version) {
        return new H2Dialect();
    }

    @Override
    public LiveSchema read(Supplier<Handle> handle, Version version) {
        return new H2Catalog(handle, new H2Dialect()::isPlainName);
    }

    @Override
    public DatabaseLock lock() {
        return new H2Lock();
    }

    @Override
    public ErrorCodes errorCodes() {
        return new H2ErrorCodes();
    }

    @Override
    public SessionRules sessions() {
        return new H2Sessions();
    }

    @Override
    public ScratchDatabase scratch() {
        return new H2Scratch();
    }

    @Override
    public ComparisonRules comparison() {
        return new H2Comparison();
    }

    @Override
    public SourceRules source() {
        return new H2Source();
    }

    @Override
    public RepeatRules repeats() {
        return H2Repeats.INSTANCE;
    }
}
