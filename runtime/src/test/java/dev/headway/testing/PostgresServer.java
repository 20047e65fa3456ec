package dev.headway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, one server for the whole JVM. */
final class PostgresServer implements DatabaseServer {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Databases that are empty again: making one takes longer than most tests. */
    private static final Queue<String> EMPTY = new ConcurrentLinkedQueue<>();

    private static final String HAS_ONLY_SCHEMAS = "SELECT NOT EXISTS (SELECT FROM pg_db_role_setting)"
            + " AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname !~ '^(pg_|postgres$)')";
    private static final String EMPTY_IT = """
            DO $$
            DECLARE name text;
            BEGIN
                PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid();
                FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', name);
                END LOOP;
                CREATE SCHEMA public;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
                CREATE EXTENSION IF NOT EXISTS plpgsql;
            END $$""";

    /** The server, started by the first test that needs it, and stopped when the JVM ends. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = ServerStart.retrying(Running::start);

        private static EmbeddedPostgres start() throws IOException {
            return EmbeddedPostgres.builder()
                    .setPort(FreePort.find())
                    .setPGStartupWait(ServerStart.PATIENCE)
                    .setServerConfig("hba_file", authentication().toString())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        }

        /** Asks every user but our own for a password. */
        private static Path authentication() throws IOException {
            Path file = Files.createTempFile("headway", "pg_hba.conf");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    host all postgres all trust
                    host all all all scram-sha-256
                    """);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.CHECKS,
                Capability.SEQUENCES,
                Capability.TRANSACTIONAL_DDL,
                Capability.STANDARD_SQL,
                Capability.TYPED_VALUES,
                Capability.STATEMENT_TIMEOUTS,
                Capability.LOCK_APART,
                Capability.CONCURRENT_INDEXES,
                Capability.ROLES,
                Capability.USERS,
                Capability.SCHEMAS,
                Capability.COUNTED_ARGUMENTS,
                Capability.CLIENT,
                Capability.POSTGRES_SYNTAX);
    }

    @Override
    public TestDatabase create() {
        Jdbi server = Jdbi.create(Running.SERVER.getPostgresDatabase());
        String reused = EMPTY.poll();
        String name = reused == null ? "test_" + COUNT.incrementAndGet() : reused;
        if (reused == null) {
            server.useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setPortNumbers(new int[] {Running.SERVER.getPort()});
        dataSource.setDatabaseName(name);
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        return new TestDatabase(
                this,
                dataSource,
                "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name,
                "postgres",
                "postgres",
                () -> giveBack(server, name, Jdbi.create(dataSource)));
    }

    /** The server of the tests comes without it. */
    @Override
    public Optional<Client> client(TestDatabase database) {
        return Client.find("psql", installed())
                .map(psql -> new Client(
                        List.of(
                                psql.toString(),
                                "--no-psqlrc",
                                "--quiet",
                                "--set=ON_ERROR_STOP=1",
                                "--file=-",
                                "--username=" + database.user(),
                                "--dbname=" + database.url().substring("jdbc:".length())),
                        Map.of("PGPASSWORD", database.password(), "PGCLIENTENCODING", "UTF8")));
    }

    private static Stream<Path> installed() {
        Path installed = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(installed) ? Files.list(installed) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String endSession(String id) {
        return "SELECT pg_terminate_backend(" + id + ")";
    }

    @Override
    public void clear(TestDatabase database) {
        clear(database.jdbi());
    }

    private static void clear(Jdbi database) {
        database.useHandle(handle -> handle.createUpdate(EMPTY_IT)
                .setTemplateEngine(TemplateEngine.NOP)
                .execute());
    }

    private static void giveBack(Jdbi server, String name, Jdbi database) {
        boolean hasOnlySchemas = database.withHandle(handle ->
                handle.createQuery(HAS_ONLY_SCHEMAS).mapTo(Boolean.class).one());
        if (hasOnlySchemas) {
            clear(database);
            EMPTY.add(name);
        } else {
            server.useHandle(handle -> handle.execute("DROP DATABASE " + name + " WITH (FORCE)"));
        }
    }
}
