package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.HeadwayException;
import dev.headway.error.InvalidHistoryException;
import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Doom;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Trait;
import java.util.List;

/** What becomes of a revision that stopped in the middle, where its statements do not run in one transaction. */
class ResumeTest {
    private static final Directives FAILING = op -> {
        op.createTable("t", t -> t.bigint("id"));
        op.execute("INSERT INTO t VALUES (1)");
        op.execute("INSERT INTO missing VALUES (1)");
    };

    @DatabaseTest
    void theNextTryGoesOnBehindTheStatementsThatAreDone(TestDatabase database) {
        fail(database, FAILING);

        database.with(a(op -> {
                    op.createTable("t", t -> t.bigint("id"));
                    op.execute("INSERT INTO t VALUES (1)");
                    op.execute("INSERT INTO t VALUES (2)");
                    op.execute("INSERT INTO t VALUES (3)");
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
        assertThat(database.applied()).containsExactly("a");
        assertThat(database.log()).containsExactly("upgrade a: failed", "upgrade a: done");
        assertThat(statementsInLog(database)).containsExactly("2", "4");
    }

    @DatabaseTest
    void aSecondFailureKeepsWhatBothTriesHaveDone(TestDatabase database) {
        fail(database, FAILING);
        fail(database, op -> {
            op.createTable("t", t -> t.bigint("id"));
            op.execute("INSERT INTO t VALUES (1)");
            op.execute("INSERT INTO t VALUES (2)");
            op.execute("INSERT INTO missing VALUES (1)");
        });

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
        assertThat(statementsInLog(database)).containsExactly("2", "3");
    }

    @DatabaseTest
    void aRevisionWhoseRestWasTakenOutIsDone(TestDatabase database) {
        fail(database, FAILING);

        database.with(a(op -> {
                    op.createTable("t", t -> t.bigint("id"));
                    op.execute("INSERT INTO t VALUES (1)");
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void itIsGoneOnBehindThemAlsoIfWhatIsLeftCanRunInATransaction(TestDatabase database) {
        fail(database, FAILING);
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(revision("a", FAILING))::upgradeToHead)
                .satisfies(failure -> assertThat(failure.statementsDone()).isEqualTo(2));

        database.with(revision("a", op -> {
                    op.createTable("t", t -> t.bigint("id"));
                    op.execute("INSERT INTO t VALUES (1)");
                    op.execute("INSERT INTO t VALUES (2)");
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
        assertThat(statementsInLog(database)).containsExactly("2", "2", "3");
    }

    @DatabaseTest
    void itIsNotGoneOnBehindStatementsThatWereChanged(TestDatabase database) {
        fail(database, FAILING);
        Migrator changed = database.with(a(op -> {
            op.createTable("t", t -> t.bigint("id").primaryKey());
            op.execute("INSERT INTO t VALUES (1)");
            op.execute("INSERT INTO t VALUES (2)");
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(changed::upgradeToHead)
                .withMessage("""
                        Revision a failed on upgrade: Its first 2 statements are in the database from an earlier try, \
                        but they are no longer the same, so it cannot go on behind them. Write them as they were, or \
                        bring the database by hand to where it was before the step, then UPDATE headway_log SET \
                        outcome = 'settled' WHERE id = 2.""")
                .satisfies(refused -> assertThat(refused.statementsDone()).isEqualTo(2));
        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
        assertThat(database.applied()).isEmpty();

        clearUp(database, 2);
        changed.upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest
    void itIsNotGoneOnIfThereAreFewerStatementsThanAreDone(TestDatabase database) {
        fail(database, FAILING);
        Migrator shorter = database.with(a(op -> op.createTable("t", t -> t.bigint("id"))));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(shorter::upgradeToHead)
                .withMessage(
                        "Revision a failed on upgrade: It has fewer statements than the 2 that are in the database from an earlier try. Write them as they were,"
                                + " or bring the database by hand to where it was before the step, then UPDATE headway_log SET"
                                + " outcome = 'settled' WHERE id = 2.");

        clearUp(database, 2);
        shorter.upgradeToHead();

        assertThat(database.column("SELECT id FROM t")).isEmpty();
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void whatHandleDidIsNotKnownSoItIsNeitherGoneOnNorBegunAnew(TestDatabase database) {
        Directives withHandle = op -> {
            op.createTable("t", t -> t.bigint("id"));
            op.handle().execute("INSERT INTO t VALUES (1)");
            op.createTable("u", t -> t.bigint("id"));
            op.execute("INSERT INTO missing VALUES (1)");
        };
        fail(database, withHandle);

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(database.with(a(withHandle))::upgradeToHead)
                .withMessage("The history is not sound: Revision a stopped in the middle of its upgrade, at row 1 of"
                        + " headway_log, after it had asked for handle(): what it did then is not known, so Headway"
                        + " neither goes on nor begins anew. Nothing was run. If all of it is there, say headway"
                        + " stamp a. If not, bring the database by hand to where it was before the step, then say"
                        + " headway retry.");
        assertThat(database.log()).containsExactly("upgrade a: failed");

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(database.with(a(withHandle))::resume)
                .withMessageContaining("Revision a asked for handle(), so there is no statement known behind which");
        database.execute("DROP TABLE u");
        database.execute("DROP TABLE t");
        assertThat(database.with(a(withHandle)).retry()).isEqualTo("a");
        database.with(a(op -> op.handle().execute("CREATE TABLE t (id bigint)")))
                .upgradeToHead();

        assertThat(database.log()).containsExactly("upgrade a: settled", "upgrade a: done");
    }

    @DatabaseTest
    void aProcessThatDiedIsGoneOnFrom(TestDatabase database) {
        fail(database, FAILING);
        database.execute("UPDATE headway_log SET outcome = 'running', ended_at = NULL, error = NULL");

        database.with(a(op -> {
                    op.createTable("t", t -> t.bigint("id"));
                    op.execute("INSERT INTO t VALUES (1)");
                    op.execute("INSERT INTO t VALUES (2)");
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
        assertThat(database.log()).containsExactly("upgrade a: done");
        assertThat(statementsInLog(database)).containsExactly("3");
    }

    @DatabaseTest(Trait.CONCURRENT_INDEXES)
    void anIndexThatCouldNotBeFinishedConcurrentlyIsMadeAnew(TestDatabase database) {
        database.execute("CREATE SCHEMA audit");
        database.execute("CREATE TABLE audit.entry (id bigint)");
        database.execute("INSERT INTO audit.entry VALUES (1), (1)");
        Migrator migrator = database.with(revision(
                "a", op -> op.createIndex("ux", "audit.entry", "id").unique().concurrently()));
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);
        assertThat(validIndexes(database)).isEmpty();

        database.execute("DELETE FROM audit.entry");
        migrator.upgradeToHead();

        assertThat(validIndexes(database)).containsExactly("ux");
        assertThat(statementsInLog(database)).containsExactly("0", "1");
    }

    private static List<String> validIndexes(TestDatabase database) {
        return database
                .column("SELECT CAST(indexrelid AS regclass) FROM pg_index"
                        + " WHERE indrelid = CAST('audit.entry' AS regclass) AND indisvalid")
                .stream()
                .map(name -> name.replace("audit.", ""))
                .toList();
    }

    @DatabaseTest(Trait.COMMITTING_DDL)
    void whereNothingTellsWhetherAStatementWasRunSomebodyMustLook(TestDatabase database) {
        Directives calling = op -> {
            op.execute("CREATE TABLE t (a integer, b integer)");
            op.execute("ALTER TABLE t ADD UNIQUE (a)");
            op.execute("INSERT INTO t VALUES (1, 1)");
        };
        for (boolean look : new boolean[] {true, false}) {
            Doom doom = new Doom(database.dataSource(), 2);
            assertThatExceptionOfType(HeadwayException.class)
                    .isThrownBy(Migrations.on(doom.dataSource())
                            .registries(TestRevision.registry(revision("a", calling)))::upgradeToHead);
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(database.with(revision("a", calling))::upgradeToHead)
                    .withMessage("""
                            Revision a failed on upgrade: Its statement 2 may have been run before the process died that \
                            tried it last, and running it again would not tell:
                              ALTER TABLE t ADD UNIQUE (a)
                            Look whether what it does is there. If it is, say headway resume, and the next run goes on \
                            behind it; if it is not, say headway retry, and the next run begins with it.""");

            if (look) {
                assertThat(database.with(revision("a", calling)).resume()).isEqualTo("a");
            } else {
                database.execute("ALTER TABLE t ADD UNIQUE (a)");
                assertThat(database.with(revision("a", calling)).retry()).isEqualTo("a");
            }
            database.with(revision("a", calling)).upgradeToHead();

            assertThat(database.column("SELECT a FROM t")).containsExactly("1");
            assertThatExceptionOfType(InvalidHistoryException.class)
                    .isThrownBy(database.with(revision("a", calling))::retry)
                    .withMessageContaining("There is nothing to decide");
            database.execute("DROP TABLE t");
            database.with(revision("a", calling)).purgeAndStamp("base");
        }
    }

    @DatabaseTest
    void noDowngradeBeginsUnderAHalfDoneUpgrade(TestDatabase database) {
        TestRevision half = a(FAILING).after("base_line");
        Migrator migrator = database.with(table("base_line"), half);
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> migrator.downgrade("base"))
                .withMessage("The history is not sound: Revision a stopped in the middle of its upgrade, with 2"
                        + " statement(s) done (row 2 of headway_log), so no downgrade can begin. Nothing was run. Finish"
                        + " the upgrade first, or bring the database by hand to where it was before the step, then"
                        + " UPDATE headway_log SET outcome = 'settled' WHERE id = 2.");
        assertThat(database.tables()).containsExactly("base_line", "t");

        clearUp(database, 2);
        migrator.downgrade("base");

        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void noUpgradeBeginsUponAHalfDoneDowngrade(TestDatabase database) {
        TestRevision half = a(op -> op.createTable("t", t -> t.bigint("id"))).downgrade(op -> {
            op.dropTable("t");
            op.dropTable("missing");
        });
        database.with(half).upgradeToHead();
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> database.with(half).downgrade("base"));

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(database.with(half, table("b").after("a"))::upgradeToHead)
                .withMessage("The history is not sound: Revision a stopped in the middle of its downgrade, with 1"
                        + " statement(s) done (row 2 of headway_log), so no upgrade can begin. Nothing was run. Finish"
                        + " the downgrade first, or bring the database by hand to where it was before the step, then"
                        + " UPDATE headway_log SET outcome = 'settled' WHERE id = 2.");

        database.with(half.downgrade(op -> op.dropTable("t"))).downgrade("base");

        assertThat(database.applied()).isEmpty();
        assertThat(database.log()).containsExactly("upgrade a: done", "downgrade a: failed", "downgrade a: done");
    }

    @DatabaseTest(Trait.COMMITTING_DDL)
    void whatHandleDidInATransactionIsRolledBackSoTheNextTryGoesOnBeforeIt(TestDatabase database) {
        Directives rest = op -> op.handle().execute("INSERT INTO t VALUES (1)");
        Directives first = op -> op.createTable("t", t -> t.bigint("id"));
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(database.with(revision("a", op -> {
            first.applyTo(op);
            rest.applyTo(op);
            throw new IllegalStateException("no price list");
        }))::upgradeToHead);

        database.with(revision("a", op -> {
                    first.applyTo(op);
                    rest.applyTo(op);
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
        assertThat(database.log()).containsExactly("upgrade a: failed", "upgrade a: done");
    }

    @DatabaseTest
    void ddlOfTheHandleStaysAndIsNotRunAgainUnasked(TestDatabase database) {
        Directives withHandle = op -> {
            op.handle().execute("CREATE TABLE t (id bigint)");
            throw new IllegalStateException("no price list");
        };

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(a(withHandle))::upgradeToHead)
                .withMessage("""
                        Revision a failed on upgrade: java.lang.IllegalStateException: no price list
                        What it did with handle() may be in the database. The steps before it are done and stay. Look \
                        there, mend the revision and run again: if it cannot go on, the next run says how to begin anew.""");
        assertThat(database.tables()).containsExactly("t");
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(database.with(a(withHandle))::upgradeToHead);
    }

    /** Returns a revision whose statements stay one by one, on every database. */
    private static TestRevision a(Directives upgrade) {
        return revision("a", upgrade).outsideTransaction();
    }

    private static void fail(TestDatabase database, Directives upgrade) {
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(database.with(a(upgrade))::upgradeToHead);
    }

    /** Does what the messages ask for. */
    private static void clearUp(TestDatabase database, int row) {
        database.execute("DROP TABLE t");
        database.execute("UPDATE headway_log SET outcome = 'settled' WHERE id = " + row);
    }

    private static Iterable<String> statementsInLog(TestDatabase database) {
        return database.column("SELECT statements FROM headway_log ORDER BY id");
    }
}
