package dev.headway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.ConfigurationException;
import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
    @TempDir
    Path jar;

    @Test
    void asksDatabasesOfOtherJarsFirst() throws Exception {
        List<DatabaseType> all = provide(Databases::all, Toy.class);

        assertThat(all).extracting(type -> type.database().name()).first().isEqualTo("Toy");
        assertThat(all)
                .extracting(DatabaseType::database)
                .contains(Database.POSTGRESQL, Database.MARIADB, Database.MYSQL, Database.H2, Database.SQLITE);
    }

    @Test
    void letsDatabaseOfOtherJarClaimConnectionOfBuiltInDatabase() throws Exception {
        try (Connection connection =
                JdbcConnectionPool.create("jdbc:h2:mem:", "", "").getConnection()) {
            assertThat(Databases.detect(connection).name()).isEqualTo("H2");
            assertThat(provide(() -> Databases.detect(connection), Toy.class).name())
                    .isEqualTo("Toy");
        }
    }

    @Test
    void findsDatabaseByNameAndByUrl() throws Exception {
        assertThat(provide(() -> Databases.of(new Database("Toy")), Toy.class)).isInstanceOf(Toy.class);
        assertThat(provide(() -> Databases.ofUrl("jdbc:toy:box"), Toy.class)).containsInstanceOf(Toy.class);
        assertThatThrownBy(() -> Databases.of(new Database("Toy")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Headway does not support Toy. It supports H2, MariaDB, MySQL, PostgreSQL, SQLite. If a jar of its own"
                                + " adds the database, META-INF/services/dev.headway.database.DatabaseType must list its class; a"
                                + " build that packs several jars into one must merge these files.");
    }

    @Test
    void countsDatabaseOnceIfTwoServiceFilesNameIt() throws Exception {
        assertThat(provide(Databases::all, Toy.class, Toy.class))
                .filteredOn(Toy.class::isInstance)
                .hasSize(1);
    }

    @Test
    void findsDatabasesWithoutContextClassLoader() {
        assertThat(withContext(null, Databases::all))
                .extracting(DatabaseType::database)
                .contains(Database.H2);
    }

    @Test
    void refusesTwoDatabasesOfTheSameName() {
        assertThatThrownBy(() -> provide(Databases::all, Toy.class, OtherToy.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Two databases are named Toy: " + Toy.class.getName() + " and " + OtherToy.class.getName()
                        + ". Remove one of their jars from the class path, or give one another name."
                        + " No connection was opened.");
    }

    @Test
    void refusesDatabaseWithNameOfBuiltInDatabase() {
        assertThatThrownBy(() -> provide(Databases::all, FalseH2.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Two databases are named H2: " + FalseH2.class.getName() + " and ");
    }

    @Test
    void reportsDatabaseThatFailsToInitialize() {
        assertThatThrownBy(() -> provide(Databases::all, Broken.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "A database named in a file META-INF/services/dev.headway.database.DatabaseType can't be loaded:"
                                + " Provider " + Broken.class.getName()
                                + " could not be instantiated (no licence found)."
                                + " Fix that jar, or remove it from the class path. No connection was opened.");
    }

    @Test
    void reportsDatabaseWhoseClassIsMissing() {
        assertThatThrownBy(() -> provide(Databases::all, List.of("com.example.Gone")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be loaded: Provider com.example.Gone not found.");
    }

    private <T> T provide(Callable<T> question, Class<?>... types) throws Exception {
        return provide(question, List.of(types).stream().map(Class::getName).toList());
    }

    private <T> T provide(Callable<T> question, List<String> types) throws Exception {
        URL[] jars = new URL[types.size()];
        for (int i = 0; i < jars.length; i++) {
            jars[i] = serviceFile(jar.resolve(String.valueOf(i)), types.get(i));
        }
        try (URLClassLoader loader = new URLClassLoader(jars, getClass().getClassLoader())) {
            return withContext(loader, question);
        }
    }

    private static URL serviceFile(Path jar, String type) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve(DatabaseType.class.getName()), type);
        return jar.toUri().toURL();
    }

    private static <T> T withContext(ClassLoader loader, Callable<T> question) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Claims all connections. */
    public static class Toy implements DatabaseType {

        @Override
        public Database database() {
            return new Database("Toy");
        }

        @Override
        public List<String> urlPrefixes() {
            return List.of("jdbc:toy:");
        }

        @Override
        public boolean matches(Connection connection) {
            return true;
        }

        @Override
        public Dialect dialect(Version version) {
            return Databases.of(Database.H2).dialect(version);
        }

        @Override
        public LiveSchema read(Supplier<Handle> handle, Version version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DatabaseLock lock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ErrorCodes errorCodes() {
            throw new UnsupportedOperationException();
        }
    }

    /** Has the name of {@link Toy}. */
    public static final class OtherToy extends Toy {}

    /** Has the name of a built-in database. */
    public static final class FalseH2 extends Toy {

        @Override
        public Database database() {
            return Database.H2;
        }
    }

    /** Can't be instantiated. */
    public static final class Broken extends Toy {

        public Broken() {
            throw new IllegalStateException("no licence found");
        }
    }
}
