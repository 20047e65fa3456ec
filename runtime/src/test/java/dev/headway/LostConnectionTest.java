package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.MigrationFailedException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.FailingConnections;
import dev.headway.testing.OpenedConnections;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** A connection that is lost, or a transaction that the database rolls back, leaves nothing undone and does nothing twice. */
class LostConnectionTest {
    private static final List<String> INSERTS =
            List.of("INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)", "INSERT INTO t VALUES (3)");

    @DatabaseTest
    void repeatsNoRowsAndLosesNoneIfACommitFails(TestDatabase database) {
        TestRevision rows = revision("a", op -> {
            op.execute("CREATE TABLE t (id integer)");
            INSERTS.forEach(op::execute);
        });
        repeatsNoRowsAndLosesNone(database, rows.outsideTransaction());
        repeatsNoRowsAndLosesNone(database, rows);
    }

    private static void repeatsNoRowsAndLosesNone(TestDatabase database, TestRevision rows) {
        for (String insert : INSERTS) {
            for (boolean committed : new boolean[] {true, false}) {
                FailingConnections failing = FailingConnections.duringCommit(database.dataSource(), insert, committed);

                assertThatThrownBy(
                        Migrations.on(failing.dataSource()).registries(TestRevision.registry(rows))::upgradeToHead);
                assertThat(failing.failed()).isTrue();
                with(database, TestRevision.registry(rows)).upgradeToHead();

                assertThat(database.column("SELECT id FROM t ORDER BY id"))
                        .as("%s, committed: %s", insert, committed)
                        .containsExactly("1", "2", "3");
                assertThat(database.applied()).containsExactly("a");
                database.clear();
            }
        }
    }

    @DatabaseTest
    void repeatsRowsThatADeadlockHasRolledBack(TestDatabase database) {
        TestRevision rows = revision("a", op -> {
            op.execute("CREATE TABLE t (id integer)");
            INSERTS.forEach(op::execute);
        });
        for (String insert : INSERTS) {
            FailingConnections failing = FailingConnections.rollingBackAt(database.dataSource(), insert);

            assertThatThrownBy(
                    Migrations.on(failing.dataSource()).registries(TestRevision.registry(rows))::upgradeToHead);
            assertThat(failing.failed()).isTrue();
            with(database, TestRevision.registry(rows)).upgradeToHead();

            assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
            database.clear();
        }
    }

    @DatabaseTest
    void countsNoRowsAsCompletedThatWereLostBeforeTheirRecord(TestDatabase database) {
        List<Connection> opened = new CopyOnWriteArrayList<>();
        RevisionRegistry losing = TestRevision.registry(revision("a", op -> {
            op.execute("CREATE TABLE t (id integer)");
            INSERTS.forEach(op::execute);
            op.inspect();
            for (Connection connection : opened) {
                connection.abort(Runnable::run);
            }
            throw new IllegalStateException("The network is down");
        }));
        Migrator migrator = Migrations.on(OpenedConnections.of(database.dataSource(), opened::add))
                .registries(losing);

        assertThatThrownBy(migrator::upgradeToHead)
                .isInstanceOfSatisfying(
                        MigrationFailedException.class,
                        failure -> assertThat(failure.completedStatements()).isEqualTo(completed(database)));
        with(database, TestRevision.registry(revision("a", op -> {
                    op.execute("CREATE TABLE t (id integer)");
                    INSERTS.forEach(op::execute);
                })))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
    }

    private static int completed(TestDatabase database) {
        return database.column("SELECT statements FROM headway_log").stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** Without H2, whose aborted sessions keep their locks on the catalog: a crash of H2 after a definition is tested elsewhere. */
    @DatabaseTest(Capability.LOCK_APART)
    void decidesOrAsksIfTheConnectionIsLostDuringADefinition(TestDatabase database) throws Exception {
        if (database.kind().equals("H2")) {
            return;
        }
        database.execute("CREATE TABLE pace (millis integer)");
        database.execute("INSERT INTO pace VALUES (60000)");
        String definition = "CREATE TABLE slow AS SELECT " + nap(database) + " AS n FROM pace";
        RevisionRegistry history = TestRevision.registry(revision("a", op -> {
                    op.execute("CREATE TABLE t (id integer)");
                    op.execute(definition);
                    op.execute("INSERT INTO t VALUES (1)");
                })
                .outsideTransaction());
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> with(database, history).upgradeToHead());
        while (!run.isDone()) {
            disconnect(database);
            Thread.sleep(50);
        }

        assertThatThrownBy(run::join)
                .cause()
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("The connection to the database was lost");
        database.execute("UPDATE pace SET millis = 0");
        Migrator next = with(database, history);
        assertThat(next.partial()).singleElement().matches(partial -> partial.isInDoubt());
        boolean exists = database.tables().contains("slow");
        try {
            next.upgradeToHead();
        } catch (MigrationFailedException asks) {
            assertThat(asks).hasMessageContaining("It is unknown whether statement 2 was executed");
            String resolved = exists ? next.resume() : next.retry();
            assertThat(resolved).isEqualTo("a");
            next.upgradeToHead();
        }

        assertThat(database.column("SELECT count(*) FROM slow")).containsExactly("1");
        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
        assertThat(next.partial()).isEmpty();
    }

    private static String nap(TestDatabase database) {
        return switch (database.kind()) {
            case "PostgreSQL" -> "CAST(pg_sleep(millis / 1000) AS text)";
            case "MariaDB", "MySQL" -> "sleep(millis / 1000)";
            default -> throw new IllegalArgumentException(database.kind());
        };
    }

    private static void disconnect(TestDatabase database) {
        try (Handle handle = database.jdbi().open()) {
            switch (database.kind()) {
                case "PostgreSQL" ->
                    handle.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE query LIKE 'CREATE TABLE slow%' AND state = 'active'");
                case "MariaDB", "MySQL" ->
                    handle.createQuery("SELECT id FROM information_schema.processlist"
                                    + " WHERE info LIKE 'CREATE TABLE slow%'")
                            .mapTo(Long.class)
                            .forEach(id -> handle.execute("KILL " + id));
                default -> throw new IllegalArgumentException(database.kind());
            }
        }
    }

    private static Migrator with(TestDatabase database, RevisionRegistry history) {
        return Migrations.on(database.dataSource()).registries(history).lockTimeout(Duration.ofSeconds(30));
    }
}
