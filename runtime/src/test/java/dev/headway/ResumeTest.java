package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.HeadwayException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.NothingToResolveException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.op.Directives;
import dev.headway.testing.Capability;
import dev.headway.testing.CrashingDataSource;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.List;

/** What becomes of a revision that stopped in the middle, where its statements do not run in one transaction. */
class ResumeTest {
    private static final Directives FAILING = op -> {
        op.createTable("t", t -> t.bigint("id"));
        op.execute("INSERT INTO t VALUES (1)");
        op.execute("INSERT INTO missing VALUES (1)");
    };

    /** H2 executes all statements of a text, and commits at the definition among them. */
    @DatabaseTest(Capability.COMMITTING_DDL)
    void repeatsNoRowsBeforeATextOfSeveralStatements(TestDatabase database) {
        Directives rows = op -> {
            op.execute("CREATE TABLE t (id integer)");
            op.execute("INSERT INTO t VALUES (1)");
            op.execute("INSERT INTO t VALUES (2)");
        };
        Migrator failing = database.with(revision("a", op -> {
            rows.applyTo(op);
            op.execute("DELETE FROM t WHERE id = 3; CREATE TABLE u (id integer); INSERT INTO missing VALUES (1)");
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(failing::upgradeToHead)
                .withMessageContaining("Its first 3 statements were committed and stay.");
        database.with(revision("a", rows)).upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest
    void resumesAfterLastCompletedStatement(TestDatabase database) {
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
    void keepsCompletedStatementsOfBothFailedAttempts(TestDatabase database) {
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
    void completesRevisionWhoseRemainingStatementsWereRemoved(TestDatabase database) {
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
    void resumesEvenIfRemainingStatementsCanRunInTransaction(TestDatabase database) {
        fail(database, FAILING);
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(revision("a", FAILING))::upgradeToHead)
                .satisfies(failure -> assertThat(failure.completedStatements()).isEqualTo(2));

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
    void refusesToResumeAfterChangedStatements(TestDatabase database) {
        fail(database, FAILING);
        Migrator changed = database.with(a(op -> {
            op.createTable("t", t -> t.bigint("id").primaryKey());
            op.execute("INSERT INTO t VALUES (1)");
            op.execute("INSERT INTO t VALUES (2)");
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(changed::upgradeToHead)
                .withMessage("""
                        Revision a failed on upgrade: The first 2 statements are in the database from an earlier attempt, \
                        but the revision has changed them since, so Headway cannot resume after them. Restore the \
                        revision's code, or restore the database by hand to its state before the step, then run UPDATE \
                        headway_log SET outcome = 'settled' WHERE id = 2.""")
                .satisfies(refused -> assertThat(refused.completedStatements()).isEqualTo(2));
        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
        assertThat(database.applied()).isEmpty();

        clearUp(database, 2);
        changed.upgradeToHead();

        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest
    void refusesToResumeWithFewerStatementsThanAreCompleted(TestDatabase database) {
        fail(database, FAILING);
        Migrator shorter = database.with(a(op -> op.createTable("t", t -> t.bigint("id"))));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(shorter::upgradeToHead)
                .withMessage(
                        "Revision a failed on upgrade: The revision now has fewer statements than the 2 that are in the"
                                + " database from an earlier attempt. Restore the revision's code, or restore the database by"
                                + " hand to its state before the step, then run UPDATE headway_log SET outcome = 'settled' WHERE"
                                + " id = 2.");

        clearUp(database, 2);
        shorter.upgradeToHead();

        assertThat(database.column("SELECT id FROM t")).isEmpty();
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void neitherResumesNorRestartsRevisionThatUsedItsHandle(TestDatabase database) {
        Directives withHandle = op -> {
            op.createTable("t", t -> t.bigint("id"));
            op.handle().execute("INSERT INTO t VALUES (1)");
            op.createTable("u", t -> t.bigint("id"));
            op.execute("INSERT INTO missing VALUES (1)");
        };
        fail(database, withHandle);

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(database.with(a(withHandle))::upgradeToHead)
                .withMessage("Revision a stopped during its upgrade, after it called handle() (row 1 of headway_log)."
                        + " Headway does not know what the migration did with the handle, so it neither resumes nor"
                        + " restarts the revision. Nothing was run. If all changes of the revision are in the database,"
                        + " run headway stamp a. If not, restore the database by hand to its state before the step, then"
                        + " run headway retry a.");
        assertThat(database.log()).containsExactly("upgrade a: failed");

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(database.with(a(withHandle))::resume)
                .withMessageContaining(
                        "Revision a called handle(), so Headway does not know after which statement to resume");
        database.execute("DROP TABLE u");
        database.execute("DROP TABLE t");
        assertThat(database.with(a(withHandle)).retry()).isEqualTo("a");
        database.with(a(op -> op.handle().execute("CREATE TABLE t (id bigint)")))
                .upgradeToHead();

        assertThat(database.log()).containsExactly("upgrade a: settled", "upgrade a: done");
    }

    @DatabaseTest
    void resumesAfterProcessDied(TestDatabase database) {
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

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void recreatesIndexWhoseConcurrentCreationFailed(TestDatabase database) {
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

    @DatabaseTest(Capability.COMMITTING_DDL)
    void asksUserIfItIsUnknownWhetherStatementRan(TestDatabase database) {
        Directives calling = op -> {
            op.execute("CREATE TABLE t (a integer, b integer)");
            op.execute("ALTER TABLE t ADD UNIQUE (a)");
            op.execute("INSERT INTO t VALUES (1, 1)");
        };
        for (boolean look : new boolean[] {true, false}) {
            CrashingDataSource crashing = new CrashingDataSource(database.dataSource(), 2);
            assertThatExceptionOfType(HeadwayException.class)
                    .isThrownBy(Migrations.on(crashing.dataSource())
                            .registries(TestRevision.registry(revision("a", calling)))::upgradeToHead);
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(database.with(revision("a", calling))::upgradeToHead)
                    .withMessage("""
                            Revision a failed on upgrade: It is unknown whether statement 2 was executed before an earlier run \
                            stopped at it, and running it again would not show it:
                              ALTER TABLE t ADD UNIQUE (a)
                            Check the database. If the change is there, run headway resume a, and the next run resumes \
                            after this statement; if it is not, run headway retry a, and the next run starts with it.""");

            if (look) {
                assertThat(database.with(revision("a", calling)).resume()).isEqualTo("a");
            } else {
                database.execute("ALTER TABLE t ADD UNIQUE (a)");
                assertThat(database.with(revision("a", calling)).retry()).isEqualTo("a");
            }
            database.with(revision("a", calling)).upgradeToHead();

            assertThat(database.column("SELECT a FROM t")).containsExactly("1");
            assertThatExceptionOfType(NothingToResolveException.class)
                    .isThrownBy(database.with(revision("a", calling))::retry)
                    .withMessage("Nothing to resolve: no revision is in doubt.");
            database.execute("DROP TABLE t");
            database.with(revision("a", calling)).purgeAndStamp("base");
        }
    }

    /** Executed twice, such statements succeed and undo themselves. */
    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void namesThatWereSwappedAreNotSwappedBack(TestDatabase database) {
        List<String> swaps = List.of(
                "RENAME TABLE a TO x, b TO a, x TO b",
                "RENAME TABLE `a` TO `x`, `b` TO a, x TO `b`",
                "ALTER TABLE a RENAME COLUMN p TO q, RENAME COLUMN q TO p");
        for (String swap : swaps) {
            Directives swapping = op -> {
                op.execute("CREATE TABLE a (p integer, q integer)");
                op.execute("CREATE TABLE b (r integer, s integer)");
                op.execute(swap);
                op.execute("INSERT INTO b VALUES (1, 1)");
            };
            CrashingDataSource crashing = new CrashingDataSource(database.dataSource(), 3);
            assertThatExceptionOfType(HeadwayException.class)
                    .isThrownBy(Migrations.on(crashing.dataSource())
                            .registries(TestRevision.registry(revision("a", swapping)))::upgradeToHead);

            assertThatExceptionOfType(MigrationFailedException.class)
                    .as(swap)
                    .isThrownBy(database.with(revision("a", swapping))::upgradeToHead)
                    .withMessageContaining(
                            "It is unknown whether statement 3 was executed before an earlier run stopped at it")
                    .withMessageContaining(swap);
            database.clear();
        }
    }

    @DatabaseTest
    void refusesDowngradeDuringPartialUpgrade(TestDatabase database) {
        TestRevision half = a(FAILING).after("base_line");
        Migrator migrator = database.with(table("base_line"), half);
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(() -> migrator.downgrade("base"))
                .withMessage(
                        "Revision a stopped during its upgrade, after 2 completed statements (row 2 of headway_log), so no"
                                + " downgrade can begin. Nothing was run. Complete the upgrade first, or restore the database by"
                                + " hand to its state before the step, then run UPDATE headway_log SET outcome = 'settled' WHERE"
                                + " id = 2.");
        assertThat(database.tables()).containsExactly("base_line", "t");

        clearUp(database, 2);
        migrator.downgrade("base");

        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void refusesUpgradeDuringPartialDowngrade(TestDatabase database) {
        TestRevision half = a(op -> op.createTable("t", t -> t.bigint("id"))).downgrade(op -> {
            op.dropTable("t");
            op.dropTable("missing");
        });
        database.with(half).upgradeToHead();
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> database.with(half).downgrade("base"));

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(database.with(half, table("b").after("a"))::upgradeToHead)
                .withMessage(
                        "Revision a stopped during its downgrade, after 1 completed statement (row 2 of headway_log), so no"
                                + " upgrade can begin. Nothing was run. Complete the downgrade first, or restore the database by"
                                + " hand to its state before the step, then run UPDATE headway_log SET outcome = 'settled' WHERE"
                                + " id = 2.");

        database.with(half.downgrade(op -> op.dropTable("t"))).downgrade("base");

        assertThat(database.applied()).isEmpty();
        assertThat(database.log()).containsExactly("upgrade a: done", "downgrade a: failed", "downgrade a: done");
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void resumesBeforeHandleWhoseTransactionWasRolledBack(TestDatabase database) {
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
    void doesNotRepeatDdlOfHandleUnasked(TestDatabase database) {
        Directives withHandle = op -> {
            op.handle().execute("CREATE TABLE t (id bigint)");
            throw new IllegalStateException("no price list");
        };

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(a(withHandle))::upgradeToHead)
                .withMessage("""
                        Revision a failed on upgrade: java.lang.IllegalStateException: no price list
                        Changes that the migration made with handle() may be in the database. The earlier steps are \
                        complete and stay. Check the database, fix the revision and run again: if the revision cannot \
                        resume, the next run reports how to restart it.""");
        assertThat(database.tables()).containsExactly("t");
        assertThatExceptionOfType(PartiallyAppliedException.class)
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
