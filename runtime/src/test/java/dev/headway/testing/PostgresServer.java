package dev.headway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, one server for the whole JVM. */
final class PostgresServer implements DatabaseServer {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The server, started by the first test that needs it, and stopped when the JVM ends. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("hba_file", authentication().toString())
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
    public Set<Trait> traits() {
        return EnumSet.of(Trait.TRANSACTIONAL_DDL, Trait.CONCURRENT_INDEXES, Trait.ROLES);
    }

    @Override
    public TestDatabase create() {
        Jdbi server = Jdbi.create(Running.SERVER.getPostgresDatabase());
        String name = "test_" + COUNT.incrementAndGet();
        server.useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setPortNumbers(new int[] {Running.SERVER.getPort()});
        dataSource.setDatabaseName(name);
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        return new TestDatabase(
                name(),
                dataSource,
                "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name,
                "postgres",
                "postgres",
                () -> server.useHandle(handle -> handle.execute("DROP DATABASE " + name + " WITH (FORCE)")));
    }
}
