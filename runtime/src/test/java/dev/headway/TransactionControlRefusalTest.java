package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.op.Directives;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A migration must not begin or end transactions: Headway would record what is not true. */
class TransactionControlRefusalTest {
    private static final List<Directives> CONTROLLING = List.of(
            op -> op.execute("COMMIT"),
            op -> op.execute("INSERT INTO a VALUES (1); commit; INSERT INTO a VALUES (2)"),
            op -> op.execute("SET autocommit = 0"),
            op -> op.execute("ROLLBACK", Map.of()),
            op -> op.autocommit(alone -> alone.execute("/* now */ BEGIN")),
            op -> op.backfill("COMMIT"),
            op -> op.executeAll(
                    "INSERT INTO a VALUES (1);\n\n-- all of it\nSTART TRANSACTION;\nINSERT INTO a VALUES (2);"));

    private static final Directives ROLLING_BACK = op -> {
        Handle handle = op.handle();
        op.execute("INSERT INTO a VALUES (1)");
        if (!handle.getConnection().getAutoCommit()) {
            handle.getConnection().rollback();
        }
        op.execute("INSERT INTO a VALUES (2)");
    };

    @DatabaseTest
    void refusesToRunAnythingIfOneRevisionControlsTransactions(TestDatabase database) {
        for (Directives controlling : CONTROLLING) {
            for (boolean outside : new boolean[] {false, true}) {
                Migrator migrator = database.with(
                        table("a"),
                        outside
                                ? revision("b", controlling).after("a").outsideTransaction()
                                : revision("b", controlling).after("a"));

                assertThatExceptionOfType(UnsupportedChangeException.class)
                        .isThrownBy(migrator::upgradeToHead)
                        .withMessageContaining("Headway begins and ends the transactions of a revision itself")
                        .withMessageNotContaining("transactional")
                        .withMessageEndingWith("Nothing was run, and the database is unchanged.");

                assertThat(database.tables()).isEmpty();
                assertThat(database.applied()).isEmpty();
            }
        }
    }

    @DatabaseTest
    void namesLineOfScriptToDelete(TestDatabase database) {
        assertThatExceptionOfType(UnsupportedChangeException.class)
                .isThrownBy(database.with(revision("a", CONTROLLING.get(CONTROLLING.size() - 1)))::upgradeToHead)
                .withMessageContaining("cannot do START TRANSACTION here")
                .withMessageContaining("Delete it from the script, line 4.");
    }

    @DatabaseTest
    void namesLineWhereStatementBegins(TestDatabase database) {
        for (String statement : List.of(
                "-- COMMIT all of it\nCOMMIT", "/* a\n*/ START   TRANSACTION", "\nSET a = 0,\nautocommit = 0")) {
            String script = "INSERT INTO a VALUES (1);\n" + statement + ";\nINSERT INTO a VALUES (2);\n";

            assertThatExceptionOfType(UnsupportedChangeException.class)
                    .isThrownBy(database.with(revision("a", op -> op.executeAll(script)))::upgradeToHead)
                    .withMessageContaining("Delete it from the script, line 3.");
        }
    }

    @DatabaseTest
    void keepsStatementThatHandleRollsBackOutsideTransaction(TestDatabase database) {
        database.with(table("a"), revision("b", ROLLING_BACK).after("a").outsideTransaction())
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest
    void recordsNoRevisionWhoseStatementItsHandleRolledBack(TestDatabase database) {
        Migrator migrator =
                database.with(table("a"), revision("b", ROLLING_BACK).after("a"));

        try {
            migrator.upgradeToHead();
            assertThat(database.column("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
        } catch (MigrationFailedException e) {
            assertThat(e).hasMessageContaining("The migration ended the transaction of the revision through handle()");
            assertThat(database.applied()).containsExactly("a");
        }
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void doesNotRecordRevisionThatCommittedWithItsHandle(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> {
                            op.execute("INSERT INTO a VALUES (1)");
                            op.handle().getConnection().commit();
                            op.execute("INSERT INTO a VALUES (2)");
                        })
                        .after("a"));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageContaining("The migration ended the transaction of the revision through handle()")
                .withMessageContaining("run headway stamp b");

        assertThat(database.applied()).containsExactly("a");
        assertThatExceptionOfType(PartiallyAppliedException.class).isThrownBy(migrator::upgradeToHead);
        assertThat(database.column("SELECT id FROM a")).containsExactly("1");
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void reportsCommittedChangesIfMigrationFailsAfterItCommittedWithItsHandle(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> {
                            op.execute("INSERT INTO a VALUES (1)");
                            op.handle().getConnection().commit();
                            op.execute("INSERT INTO nowhere VALUES (2)");
                        })
                        .after("a"));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageContaining("Changes that the migration made with handle() may be in the database.");

        assertThatExceptionOfType(PartiallyAppliedException.class).isThrownBy(migrator::upgradeToHead);
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void rollsBackChangesOfHandleWithTheStep(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> {
                            op.handle().inTransaction(handle -> handle.execute("INSERT INTO a VALUES (1)"));
                            op.execute("INSERT INTO nowhere VALUES (2)");
                        })
                        .after("a"));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageContaining("None of its changes is in the database.");

        assertThat(database.column("SELECT id FROM a")).isEmpty();
    }
}
