package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.Databases;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockTimeoutException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.RequiresDatabase;
import dev.headway.testing.TestRevision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

@RequiresDatabase("SQLite")
@Timeout(60)
class SqliteLockTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void oneUpgraderIsLetThroughWhileOthersReadAndWrite(String journal) throws Exception {
        SQLiteDataSource dataSource = dataSource(journal);
        Migrator first = migrator(dataSource, table("a"));
        first.upgradeToHead();
        try (Connection application = dataSource.getConnection();
                Statement statement = application.createStatement();
                Connection upgrader = dataSource.getConnection()) {
            statement.execute("SELECT * FROM a");

            assertThat(Databases.detect(upgrader).type().lock().tryAcquire(upgrader))
                    .isTrue();

            statement.execute("INSERT INTO a VALUES (1)");
            assertThat(first.current()).hasSize(1);
            Migrator second = migrator(dataSource, table("a"), table("b").after("a"));
            assertThatExceptionOfType(LockTimeoutException.class)
                    .isThrownBy(second.lockTimeout(Duration.ZERO)::upgradeToHead);

            Databases.detect(upgrader).type().lock().release(upgrader);
            assertThat(ids(second.upgradeToHead())).containsExactly("b");
        }
        assertThat(folder.resolve("test.db-headway")).isEmptyFile();
        assertThat(folder.resolve("test.db-headway-journal")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void whoAsksWhileRowsAreWrittenIsAnswered(String journal) throws Exception {
        SQLiteDataSource dataSource = dataSource(journal);
        migrator(dataSource, table("a")).upgradeToHead();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Migrator slow = migrator(
                dataSource,
                table("a"),
                revision("b", op -> {
                            op.handle().execute("INSERT INTO a VALUES (1)");
                            written.countDown();
                            asked.await();
                        })
                        .after("a"));
        CompletableFuture<Void> upgrade = CompletableFuture.runAsync(slow::upgradeToHead);
        written.await();

        assertThat(slow.current()).extracting(revision -> revision.id()).containsExactly("a");

        asked.countDown();
        upgrade.join();
        assertThat(slow.current()).extracting(revision -> revision.id()).containsExactly("b");
    }

    @Test
    void aStepWaitsForAnotherWriter() throws Exception {
        SQLiteDataSource dataSource = dataSource("WAL");
        migrator(dataSource, table("a")).upgradeToHead();
        try (Connection application = dataSource.getConnection();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("INSERT INTO a VALUES (1)");
            CompletableFuture<Void> upgrade = CompletableFuture.runAsync(migrator(
                    dataSource,
                    table("a"),
                    revision("b", op -> op.alterColumn("a", "id").integer()).after("a"))::upgradeToHead);
            Thread.sleep(300);
            assertThat(upgrade).isNotDone();
            application.commit();
            upgrade.join();
        }
    }

    @Test
    void whoCannotReadInTimeIsToldWhy() throws Exception {
        SQLiteDataSource dataSource = dataSource("DELETE");
        migrator(dataSource, table("a")).upgradeToHead();
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            SQLiteConfig impatient = new SQLiteConfig();
            impatient.setBusyTimeout(50);
            SQLiteDataSource asking = new SQLiteDataSource(impatient);
            asking.setUrl(dataSource.getUrl());

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(migrator(asking, table("a"))::upgradeToHead)
                    .withMessageContaining("Cannot read headway_revision")
                    .withMessageContaining("[SQLITE_BUSY] The database file is locked");
        }
    }

    @Test
    void onePooledConnectionWithoutAutocommitIsEnough() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource("DELETE"));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Migrator migrator = Migrations.on(pool).registries(TestRevision.registry(table("a")));

            assertThat(migrator.upgradeToHead().steps()).hasSize(1);
            assertThat(migrator.check().isUpToDate()).isTrue();
        }
    }

    @Test
    void nothingRunsTwiceIfSomebodyDeletesTheFileOfTheLock() throws Exception {
        SQLiteDataSource dataSource = dataSource("WAL");
        List<TestRevision> history = List.of(
                table("a"),
                revision("b", op -> op.execute("INSERT INTO a VALUES (1)")).after("a"),
                revision("c", op -> op.execute("INSERT INTO a SELECT max(id) + 1 FROM a"))
                        .after("b"));
        TestRevision[] revisions = history.toArray(TestRevision[]::new);
        boolean[] once = {true};

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator(dataSource, revisions).listener(new ProgressListener() {
                    @Override
                    public void stepStarted(Step step) {
                        if (once[0] && step.revision().id().equals("b")) {
                            once[0] = false;
                            delete(folder.resolve("test.db-headway"));
                            migrator(dataSource, revisions).upgradeToHead();
                        }
                    }
                })::upgradeToHead)
                .withMessageContaining("Another process took over the migration of this database");

        assertThat(column(dataSource, "SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
        assertThat(migrator(dataSource, revisions).check().isUpToDate()).isTrue();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> column(SQLiteDataSource dataSource, String query) {
        return Jdbi.create(dataSource)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    @Test
    void aDatabaseInMemoryNeedsNoLock() throws Exception {
        try (Connection connection = dataSource("DELETE", ":memory:").getConnection()) {
            assertThat(Databases.detect(connection).type().lock().tryAcquire(connection))
                    .isTrue();
            Databases.detect(connection).type().lock().release(connection);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private SQLiteDataSource dataSource(String journal) {
        return dataSource(journal, folder.resolve("test.db").toString());
    }

    private static SQLiteDataSource dataSource(String journal, String file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.valueOf(journal));
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file);
        return dataSource;
    }

    private static Migrator migrator(SQLiteDataSource dataSource, TestRevision... revisions) {
        return Migrations.on(dataSource).registries(TestRevision.registry(revisions));
    }
}
