package dev.headway.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory. */
final class H2Server implements DatabaseServer {

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(
                Trait.COMMITTING_DDL,
                Trait.USERS,
                Trait.SCHEMAS,
                Trait.COUNTED_ARGUMENTS,
                Trait.STANDARD_SQL,
                Trait.TYPED_VALUES,
                Trait.STATEMENT_TIMEOUTS,
                Trait.LOCK_APART);
    }

    @Override
    public TestDatabase create() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("sa");
        dataSource.setPassword("secret");
        return new TestDatabase(this, dataSource, url, "sa", "secret", () -> shutDown(dataSource));
    }

    private static void shutDown(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
