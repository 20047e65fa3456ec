package dev.headway.examples.hsqldb;

import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseServer;
import dev.headway.testing.FreePort;
import dev.headway.testing.Processes;
import dev.headway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;
import org.hsqldb.server.Server;

/** Makes HSQLDB databases for tests of the runtime: in this process, or on a server if other processes use them too. */
public final class HsqldbServer implements DatabaseServer {

    @Override
    public String name() {
        return "HSQLDB";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.COMMITTING_DDL,
                Capability.SCHEMAS,
                Capability.SEQUENCES,
                Capability.CHECKS,
                Capability.COUNTED_ARGUMENTS,
                Capability.TYPED_VALUES,
                Capability.LOCK_APART);
    }

    @Override
    public TestDatabase create() {
        return create("jdbc:hsqldb:mem:" + UUID.randomUUID(), () -> {});
    }

    @Override
    public TestDatabase create(Processes processes) {
        if (processes == Processes.THIS) {
            return create();
        }
        Server server = new Server();
        server.setSilent(true);
        server.setLogWriter(null);
        server.setErrWriter(null);
        server.setAddress("localhost");
        server.setPort(freePort());
        server.setDatabaseName(0, "test");
        server.setDatabasePath(0, "mem:" + UUID.randomUUID());
        server.start();
        return create("jdbc:hsqldb:hsql://localhost:" + server.getPort() + "/test", server::shutdown);
    }

    private static int freePort() {
        try {
            return FreePort.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestDatabase create(String url, Runnable end) {
        JDBCDataSource dataSource = new JDBCDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("SA");
        dataSource.setPassword("");
        return new TestDatabase(this, dataSource, url, "SA", "", () -> {
            shutDown(dataSource);
            end.run();
        });
    }

    private static void shutDown(JDBCDataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void clear(TestDatabase database) {
        database.execute("DROP SCHEMA PUBLIC CASCADE");
    }
}
