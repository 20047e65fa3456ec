package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.testing.TestRevision;
import io.leangen.geantyref.GenericTypeReflector;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a run loads: JDBI takes longer to load than many a migration to run. */
class LoadedClassesTest {
    private static final String JDBI = "org.jdbi.v3.core.Jdbi";
    private static final String STEP = "dev.headway.internal.engine.step.JournaledStep";

    @Test
    void doesNotLoadJdbiWithoutHandle() throws Exception {
        assertThat(loadedBy(Plain.class)).contains(STEP).doesNotContain(JDBI);
    }

    @Test
    void loadsJdbiForHandle() throws Exception {
        assertThat(loadedBy(Asking.class)).contains(STEP, JDBI);
    }

    @Test
    void loadsNeitherDatabasesNorPoolIfNothingIsToDo() throws Exception {
        assertThat(loadedBy(UpToDate.class))
                .contains("dev.headway.internal.engine.Engine")
                .doesNotContain(JDBI, "dev.headway.database.DatabaseType", HikariDataSource.class.getName());
    }

    /** Returns the names of the classes that are loaded while one of those below runs. */
    private static Set<String> loadedBy(Class<? extends Runnable> run)
            throws ReflectiveOperationException, IOException {
        try (RecordingLoader loader = new RecordingLoader()) {
            Class<?> loaded = loader.loadClass(run.getName());
            ((Runnable) loaded.getConstructor().newInstance()).run();
            return loader.names;
        }
    }

    /** Upgrades by what has a directive. */
    public static final class Plain implements Runnable {
        @Override
        public void run() {
            upgrade(table("a"));
        }
    }

    /** Upgrades by what has none. */
    public static final class Asking implements Runnable {
        @Override
        public void run() {
            upgrade(revision("a", op -> op.handle().execute("CREATE TABLE a (id bigint)")));
        }
    }

    /** Upgrades a configured database that has all revisions. */
    public static final class UpToDate implements Runnable {
        @Override
        public void run() {
            Configuration.ofThisProcess()
                    .with(Map.of("url", "jdbc:h2:mem:"))
                    .migrator()
                    .registries(TestRevision.registry())
                    .allowEmpty()
                    .upgradeToHead();
        }
    }

    private static void upgrade(TestRevision revision) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:mem:loaded;DB_CLOSE_DELAY=-1");
        Migrations.on(dataSource).registries(TestRevision.registry(revision)).upgradeToHead();
    }

    /** Loads Headway and what it needs itself, and notes what it is asked for. */
    private static final class RecordingLoader extends URLClassLoader {
        private final Set<String> names = new HashSet<>();

        RecordingLoader() {
            super(
                    Stream.of(
                                    Migrations.class,
                                    LoadedClassesTest.class,
                                    Jdbi.class,
                                    GenericTypeReflector.class,
                                    HikariDataSource.class,
                                    LoggerFactory.class,
                                    JdbcDataSource.class)
                            .map(type ->
                                    type.getProtectionDomain().getCodeSource().getLocation())
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            names.add(name);
            return super.loadClass(name, resolve);
        }
    }
}
