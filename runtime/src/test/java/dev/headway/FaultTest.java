package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.op.Directives;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Processes;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Upgrader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** What goes wrong around a migration, and that the next run understands what it left. */
class FaultTest {
    private static final TestRevision A = table("a");

    /** Returns a revision that makes a table, meets with a fault, and adds a row. */
    private static TestRevision faulty(Directives fault) {
        return revision("b", op -> {
                    op.createTable("b", t -> t.bigint("id").primaryKey());
                    fault.applyTo(op);
                    op.execute("INSERT INTO b VALUES (1)");
                })
                .after("a");
    }

    private static void goesOn(TestDatabase database) {
        database.with(A, faulty(op -> {})).upgradeToHead();

        assertThat(database.column("SELECT id FROM b")).containsExactly("1");
        assertThat(database.with(A, faulty(op -> {})).check().isUpToDate()).isTrue();
    }

    @DatabaseTest(Capability.LOCK_APART)
    void reportsLostConnection(TestDatabase database) {
        Migrator migrator = database.with(A, faulty(op -> op.execute(killsItself(database))));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageStartingWith("Revision b failed on upgrade")
                .withMessageEndingWith(
                        "The connection to the database was lost, so it is unknown whether the last statement was"
                                + " executed. The earlier steps are complete and stay. Run again: the next run detects whether"
                                + " it was executed, and resumes.");
        if (database.has(Capability.COMMITTING_DDL)) {
            Migrator without = database.with(A, faulty(op -> {}));
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(without::upgradeToHead)
                    .withMessageContaining("It is unknown whether statement 2 was executed")
                    .withMessageContaining("the revision has changed it since");
            without.retry();
        }
        goesOn(database);
    }

    private static String killsItself(TestDatabase database) {
        return switch (database.kind()) {
            case "PostgreSQL" -> "SELECT pg_terminate_backend(pg_backend_pid())";
            case "MariaDB" -> "EXECUTE IMMEDIATE concat('KILL ', connection_id())";
            case "MySQL" -> "KILL connection_id()";
            default -> "CALL ABORT_SESSION(SESSION_ID())";
        };
    }

    @DatabaseTest(Capability.LOCK_APART)
    void reportsCancelledStatement(TestDatabase database) throws Exception {
        Migrator migrator = database.with(A, faulty(op -> op.execute(takesLong(database))));
        CompletableFuture<Void> run = CompletableFuture.runAsync(migrator::upgradeToHead);

        while (!run.isDone()) {
            cancel(database);
            Thread.sleep(50);
        }

        assertThat(run)
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .satisfies(failed -> assertThat(failed)
                        .isInstanceOf(MigrationFailedException.class)
                        .hasMessageContaining(database.kind() + " says: ")
                        .hasMessageContaining("run again"));
        goesOn(database);
    }

    private static String takesLong(TestDatabase database) {
        return switch (database.kind()) {
            case "PostgreSQL" -> "SELECT pg_sleep(60)";
            case "MariaDB" -> "INSERT INTO b SELECT sleep(60)";
            case "MySQL" -> // where an interrupted sleep is no error
                "INSERT INTO b SELECT count(*) FROM information_schema.collations a, information_schema.collations b,"
                        + " information_schema.collations c, information_schema.collations d";
            default ->
                "INSERT INTO b SELECT count(*) FROM system_range(1, 1000000) x, system_range(1, 1000000) y WHERE x.x = y.x + 1";
        };
    }

    private static void cancel(TestDatabase database) {
        try (Handle handle = database.jdbi().open()) {
            switch (database.kind()) {
                case "PostgreSQL" ->
                    handle.execute(
                            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'");
                case "MariaDB", "MySQL" ->
                    handle.createQuery(
                                    "SELECT id FROM information_schema.processlist WHERE info LIKE 'INSERT INTO b SELECT%'")
                            .mapTo(Long.class)
                            .forEach(id -> handle.execute("KILL QUERY " + id));
                default ->
                    handle.createQuery("SELECT CANCEL_SESSION(session_id) FROM information_schema.sessions WHERE"
                                    + " executing_statement LIKE 'INSERT INTO b%'")
                            .mapTo(Boolean.class)
                            .list();
            }
        }
    }

    @DatabaseTest
    void reportsErrorOfMigration(TestDatabase database) {
        Migrator migrator = database.with(A, faulty(op -> {
            op.handle();
            throw new StackOverflowError("too deep");
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageContaining("Revision b failed on upgrade: java.lang.StackOverflowError: too deep\n")
                .withCauseInstanceOf(StackOverflowError.class);
        assertThat(database.applied()).containsExactly("a");
        goesOn(database);
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void stopsIfThreadIsInterrupted(TestDatabase database) {
        Migrator migrator = database.with(A, faulty(op -> Thread.currentThread().interrupt()));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessage("Revision a failed on upgrade: The thread was interrupted, so nothing more was run."
                        + " Run again: the next run resumes after the last completed statement.");
        assertThat(Thread.interrupted()).isTrue();
        goesOn(database);
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void stopsIfThreadIsInterruptedBetweenStatements(TestDatabase database) {
        Migrator migrator = database.with(A, faulty(op -> {
            op.createTable("c", t -> t.bigint("id").primaryKey());
            op.handle();
            Thread.currentThread().interrupt();
            op.dropTable("c");
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageStartingWith("Revision b failed on upgrade: The thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(database.applied()).containsExactly("a");
    }

    /** SQLite can be told how large a file may be, which it then treats as a disk that is full. */
    @DatabaseTest
    void reportsFullDisk(TestDatabase database) throws SQLException {
        if (!database.kind().equals("SQLite")) {
            return;
        }
        try (Connection connection = database.dataSource().getConnection()) {
            Migrator migrator = database.with(A, faulty(op -> {
                op.execute("PRAGMA max_page_count = 20");
                op.execute("CREATE TABLE large AS SELECT zeroblob(1000000) AS x");
            }));

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(migrator::upgradeToHead)
                    .withMessageContaining("database or disk is full")
                    .withMessageEndingWith(
                            "None of its changes is in the database. The earlier steps are complete and stay. Fix"
                                    + " the revision and run again.");
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(database.tables()).containsExactly("a");
        goesOn(database);
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void resumesAfterProcessWasTerminated(TestDatabase database) {
        try (Upgrader upgrader = Upgrader.start(database, Slow.class, 0)) {
            upgrader.go();
            upgrader.terminate();
        }
        Migrations.on(database.dataSource()).registries(new Slow().get()).upgradeToHead();

        assertThat(database.column("SELECT count(*) FROM a")).containsExactly("40");
    }

    /** A history of many statements. */
    public static final class Slow implements Supplier<RevisionRegistry> {
        @Override
        public RevisionRegistry get() {
            TestRevision[] revisions = new TestRevision[41];
            revisions[0] = A;
            for (int i = 1; i < revisions.length; i++) {
                int row = i;
                revisions[i] = revision("r" + i, op -> op.execute("INSERT INTO a VALUES (" + row + ")"))
                        .after(i == 1 ? "a" : "r" + (i - 1));
            }
            return TestRevision.registry(revisions);
        }
    }
}
