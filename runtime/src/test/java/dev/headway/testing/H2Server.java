package dev.headway.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/** H2: in memory, but for tests with several processes. */
final class H2Server implements DatabaseServer {

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.CHECKS,
                Capability.SEQUENCES,
                Capability.COMMITTING_DDL,
                Capability.USERS,
                Capability.SCHEMAS,
                Capability.COUNTED_ARGUMENTS,
                Capability.STANDARD_SQL,
                Capability.TYPED_VALUES,
                Capability.STATEMENT_TIMEOUTS,
                Capability.LOCK_APART);
    }

    @Override
    public TestDatabase create() {
        return create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", () -> {});
    }

    @Override
    public TestDatabase create(Processes processes) {
        if (processes == Processes.THIS) {
            return create();
        }
        Folder folder = new Folder("headway-h2");
        String file = folder.path().resolve("test").toString();
        if (processes == Processes.IN_TURN) {
            return create(
                    "jdbc:h2:" + file + ";FILE_LOCK=FS", folder::delete); // a lock that no dead process leaves behind
        }
        Server server = start();
        return create("jdbc:h2:tcp://localhost:" + server.getPort() + "/" + file, () -> {
            server.stop();
            folder.delete();
        });
    }

    private static Server start() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String endSession(String id) {
        return "SELECT ABORT_SESSION(" + id + ")";
    }

    @Override
    public void clear(TestDatabase database) {
        database.execute("DROP ALL OBJECTS");
    }

    private TestDatabase create(String url, Runnable end) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("sa");
        dataSource.setPassword("secret");
        return new TestDatabase(this, dataSource, url, "sa", "secret", () -> {
            shutDown(dataSource);
            end.run();
        });
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
