package dev.headway;

import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSettings;
import dev.headway.internal.engine.connection.JdbcUrlConnections;
import dev.headway.progress.LoggingListener;
import dev.headway.testing.ConnectionMonitor;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a run costs that finds nothing to do. */
class UpToDateTest {
    private static final TestRevision[] APPLIED = {table("a"), table("b").after("a")};

    @DatabaseTest
    void needsOneConnectionAndOneQuery(TestDatabase database) {
        database.with(APPLIED).upgradeToHead();

        for (boolean autocommit : new boolean[] {true, false}) {
            ConnectionMonitor watch = new ConnectionMonitor(database.dataSource(), autocommit);

            assertThat(new OnDataSource().applyAsInt(watch.dataSource())).isZero();
            assertThat(watch.connections()).isOne();
            assertThat(watch.statements()).singleElement().asString().startsWith("SELECT * FROM headway_revision");
        }
    }

    @DatabaseTest
    void loadsNeitherJdbiNorPool(TestDatabase database) throws Exception {
        database.with(APPLIED).upgradeToHead();

        try (URLClassLoader bare = bareClassPath()) {
            ConnectionMonitor watch = new ConnectionMonitor(database.dataSource(), true);

            assertThat(in(bare, OnDataSource.class, DataSource.class, watch.dataSource()))
                    .isZero();
            assertThat(watch.connections()).isOne();
            assertThat(watch.statements()).hasSize(1);
        }
    }

    @Test
    void loadsNeitherJdbiNorPoolWithSettings(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:" + folder.resolve("shop").toUri().getPath();
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        Migrations.on(dataSource).registries(TestRevision.registry(APPLIED)).upgradeToHead();

        try (URLClassLoader bare = bareClassPath()) {
            Thread.currentThread().setContextClassLoader(bare);

            assertThat(in(bare, OnSettings.class, String.class, url)).isZero();
        } finally {
            Thread.currentThread().setContextClassLoader(UpToDateTest.class.getClassLoader());
        }
    }

    @Test
    void bareClassPathHasNeither() throws IOException {
        try (URLClassLoader bare = bareClassPath()) {
            for (String missing : List.of("org.jdbi.v3.core.Jdbi", "com.zaxxer.hikari.HikariDataSource")) {
                assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> bare.loadClass(missing));
            }
        }
    }

    /** Runs one of the classes below as loaded by {@code loader}. */
    private static <T> int in(ClassLoader loader, Class<? extends ToIntFunction<T>> run, Class<T> type, T argument)
            throws ReflectiveOperationException {
        Class<?> loaded = loader.loadClass(run.getName());
        assertThat(loaded).isNotSameAs(run);
        return (int) loaded.getMethod("applyAsInt", type)
                .invoke(loaded.getConstructor().newInstance(), argument);
    }

    private static URLClassLoader bareClassPath() {
        URL[] places = List.of(Migrations.class, UpToDateTest.class, org.h2.Driver.class, LoggerFactory.class).stream()
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    /** Upgrades to head on a data source; returns how many steps that took. */
    public static final class OnDataSource implements ToIntFunction<DataSource> {
        @Override
        public int applyAsInt(DataSource dataSource) {
            return Migrations.on(dataSource)
                    .registries(new Declared())
                    .upgradeToHead()
                    .steps()
                    .size();
        }
    }

    /** Upgrades to head with settings; returns how many steps that took. */
    public static final class OnSettings implements ToIntFunction<String> {
        @Override
        public int applyAsInt(String url) {
            ConnectionSettings settings = new ConnectionSettings(url, null, null, null);
            return new Migrator(
                            new JdbcUrlConnections(settings),
                            RunPolicy.DEFAULT,
                            History.of(List.of(new Declared())),
                            new LoggingListener())
                    .upgradeToHead()
                    .steps()
                    .size();
        }
    }

    /** Revisions whose migrations cannot be made. */
    private static final class Declared implements RevisionRegistry {
        @Override
        public List<RevisionInfo> revisions() {
            return List.of(
                    RevisionInfo.of("a", "first"),
                    RevisionInfo.of("b", "second").after("a"));
        }

        @Override
        public Object newMigration(int index) {
            throw new AssertionError("A migration was made");
        }
    }
}
