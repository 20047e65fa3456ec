package dev.headway.examples.hsqldb;

import dev.headway.testing.DatabaseServer;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.Trait;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;

/** Makes HSQLDB databases in memory, for tests of the runtime. */
public final class HsqldbServer implements DatabaseServer {

    @Override
    public String name() {
        return "HSQLDB";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(
                Trait.COMMITTING_DDL, Trait.SCHEMAS, Trait.COUNTED_ARGUMENTS, Trait.TYPED_VALUES, Trait.LOCK_APART);
    }

    @Override
    public TestDatabase create() {
        String url = "jdbc:hsqldb:mem:" + UUID.randomUUID();
        JDBCDataSource dataSource = new JDBCDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("SA");
        dataSource.setPassword("");
        return new TestDatabase(this, dataSource, url, "SA", "", () -> execute(dataSource, "SHUTDOWN"));
    }

    @Override
    public void clear(TestDatabase database) {
        database.execute("DROP SCHEMA PUBLIC CASCADE");
    }

    private static void execute(JDBCDataSource dataSource, String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
