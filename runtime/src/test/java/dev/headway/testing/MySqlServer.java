package dev.headway.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** MySQL, one server for the whole JVM. */
final class MySqlServer implements DatabaseServer {
    private static final String USER = "headway";
    private static final String PASSWORD = "secret";

    /** A user for MariaDB's client, which doesn't support the default authentication of MySQL 8. */
    private static final String CLIENT_USER = "client";

    private static final String USERS = """
            CREATE USER headway@localhost IDENTIFIED BY 'secret';
            GRANT ALL ON *.* TO headway@localhost WITH GRANT OPTION;
            CREATE USER client@localhost IDENTIFIED WITH mysql_native_password BY 'secret';
            GRANT ALL ON *.* TO client@localhost;
            """;
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The programs, unpacked when the first test asks for them. */
    private static final class Installed {
        static final MySqlInstallation MYSQL = unpack();
        static final Optional<String> MISSING_LIBRARY = MYSQL.missingLibrary();

        private static MySqlInstallation unpack() {
            try {
                return new MySqlInstallation();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The server, started by the first test that needs it, and stopped when the JVM ends. */
    private static final class Running {
        static final int PORT = ServerStart.retrying(() -> {
            int port = FreePort.find();
            Installed.MYSQL.start(port, USERS, () -> answers(port));
            return port;
        });
    }

    private static boolean answers(int port) {
        try {
            MysqlDataSource dataSource = new MysqlDataSource();
            dataSource.setUrl(url(port, ""));
            dataSource.getConnection(USER, PASSWORD).close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.MYSQL_SYNTAX,
                Capability.COMMITTING_DDL,
                Capability.LOCK_APART,
                Capability.SCHEMAS,
                Capability.TYPED_VALUES,
                Capability.CLIENT,
                Capability.WHOLE_COLUMNS);
    }

    @Override
    public Optional<String> missing() {
        return MySqlInstallation.unsupported().or(() -> Installed.MISSING_LIBRARY);
    }

    @Override
    public TestDatabase create() {
        String name = "test_" + COUNT.incrementAndGet();
        Jdbi server = Jdbi.create(dataSource(""));
        server.useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return new TestDatabase(
                this,
                dataSource(name),
                url(Running.PORT, name),
                USER,
                PASSWORD,
                () -> server.useHandle(UserDatabases::drop));
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
            handle.execute("CREATE DATABASE " + name);
        });
    }

    @Override
    public Optional<Client> client(TestDatabase database) {
        try {
            return Optional.of(new Client(
                    List.of(
                            Installed.MYSQL.client().toString(),
                            "--no-defaults",
                            "--protocol=tcp",
                            "--host=localhost",
                            "--port=" + Running.PORT,
                            "--user=" + CLIENT_USER,
                            "--default-character-set=utf8mb4",
                            "--skip-ssl",
                            database.column("SELECT database()").get(0)),
                    Map.of("MYSQL_PWD", PASSWORD)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String quote() {
        return "`";
    }

    @Override
    public String currentSchema() {
        return "database()";
    }

    private static MysqlDataSource dataSource(String database) {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(url(Running.PORT, database));
        dataSource.setUser(USER);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    private static String url(int port, String database) {
        return "jdbc:mysql://localhost:" + port + "/" + database + "?allowPublicKeyRetrieval=true&useSSL=false";
    }
}
