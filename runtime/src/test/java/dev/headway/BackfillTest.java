package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.progress.BackfillProgress;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class BackfillTest {
    private static final String BY_KEY =
            "UPDATE account SET full_name = name WHERE id BETWEEN :from AND :to AND full_name IS NULL";
    private static final String FORTY_AT_A_TIME = "UPDATE account SET full_name = name"
            + " WHERE id IN (SELECT id FROM (SELECT id FROM account WHERE full_name IS NULL ORDER BY id LIMIT 40) batch)";

    /** A hundred accounts with the even numbers from 2 to 200. */
    private static final TestRevision ACCOUNTS = revision("a", op -> {
        op.createTable("account", t -> {
            t.bigint("id").primaryKey();
            t.varchar("name", 20);
            t.varchar("full_name", 20);
        });
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            rows.add(Map.of("id", 2 * i, "name", "n" + i));
        }
        op.insert("account", rows);
    });

    @DatabaseTest
    void visitsKeyFromSmallestToLargestNumber(TestDatabase database) {
        Heard heard = new Heard();

        database.with(
                        ACCOUNTS,
                        after(op -> op.backfill(BY_KEY).byKey("account", "id").batchSize(60)))
                .listener(heard)
                .upgradeToHead();

        assertThat(left(database)).isZero();
        assertThat(heard.progress).extracting(BackfillProgress::rows).containsExactly(30L, 60L, 90L, 100L);
        assertThat(heard.progress).extracting(BackfillProgress::keys).containsExactly(60L, 120L, 180L, 199L);
        assertThat(heard.progress).extracting(BackfillProgress::totalKeys).containsOnly(OptionalLong.of(199));
        assertThat(database.log()).endsWith("upgrade b: done");
        assertThat(database.column("SELECT statements FROM headway_log WHERE revision = 'b'"))
                .containsExactly("1");
    }

    @DatabaseTest
    void repeatsStatementWithoutKeyUntilNothingChanges(TestDatabase database) {
        Heard heard = new Heard();

        database.with(ACCOUNTS, after(op -> op.backfill(FORTY_AT_A_TIME)))
                .listener(heard)
                .upgradeToHead();

        assertThat(left(database)).isZero();
        assertThat(heard.progress).extracting(BackfillProgress::rows).containsExactly(40L, 80L, 100L, 100L);
        assertThat(heard.progress).extracting(BackfillProgress::totalKeys).containsOnly(OptionalLong.empty());
    }

    @DatabaseTest
    void commitsEachBatch(TestDatabase database) {
        List<Long> left = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void batchDone(Step step, BackfillProgress progress) {
                left.add(left(database));
            }
        };

        database.with(
                        ACCOUNTS,
                        after(op -> op.backfill(BY_KEY).byKey("account", "id").batchSize(100)))
                .listener(listener)
                .upgradeToHead();

        assertThat(left).containsExactly(50L, 0L);
    }

    @DatabaseTest
    void runsNoBatchForEmptyTable(TestDatabase database) {
        Heard heard = new Heard();

        database.with(revision("b", op -> {
                    op.createTable("account", t -> t.bigint("id"));
                    op.backfill("DELETE FROM account WHERE id BETWEEN :from AND :to")
                            .byKey("account", "id");
                }))
                .listener(heard)
                .upgradeToHead();

        assertThat(heard.progress).isEmpty();
        assertThat(database.log()).containsExactly("upgrade b: done");
    }

    @DatabaseTest
    void skipsGapsInKey(TestDatabase database) {
        Heard heard = new Heard();

        database.with(revision("b", op -> {
                    op.createTable("account", t -> t.bigint("id"));
                    op.execute("INSERT INTO account VALUES (-9223372036854775807), (-5), (9223372036854775807)");
                    op.backfill("DELETE FROM account WHERE id BETWEEN :from AND :to")
                            .byKey("account", "id");
                }))
                .listener(heard)
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM account")).isEmpty();
        assertThat(heard.progress).extracting(BackfillProgress::rows).containsExactly(1L, 1L, 2L, 2L, 3L);
    }

    @DatabaseTest
    void visitsLargestNumbersWithoutOverflow(TestDatabase database) {
        database.with(revision("b", op -> {
                    op.createTable("account", t -> t.bigint("id"));
                    op.execute("INSERT INTO account VALUES (9223372036854775806), (9223372036854775807)");
                    op.backfill("DELETE FROM account WHERE id BETWEEN :from AND :to")
                            .byKey("account", "id")
                            .batchSize(1);
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM account")).isEmpty();
    }

    @DatabaseTest
    void restartsFailedBackfillButNotEarlierStatements(TestDatabase database) {
        TestRevision revision = after(op -> {
            op.execute("INSERT INTO account VALUES (201, 'late', NULL)");
            op.backfill(BY_KEY).byKey("account", "id").batchSize(50);
            op.execute("INSERT INTO account VALUES (203, 'later', '')");
        });
        Migrator migrator = database.with(ACCOUNTS, revision);
        migrator.upgrade("a");
        refuseOneName(database);

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, migrator::upgradeToHead);

        assertThat(failure)
                .hasMessageStartingWith("Revision b failed on upgrade at its statement 2:\n  UPDATE account SET");
        assertThat(failure)
                .hasMessageEndingWith(
                        "\nThe 50 rows that earlier batches of this statement changed stay changed. Its first statement was"
                                + " committed and stays. The earlier steps are complete and stay. Fix the revision and run again:"
                                + " the next run restarts this statement from the beginning.");
        assertThat(failure.completedStatements()).isEqualTo(1);
        assertThat(left(database)).isEqualTo(51);
        assertThat(database.column("SELECT statements FROM headway_log WHERE revision = 'b'"))
                .containsExactly("1");

        allowAllNames(database);
        Heard heard = new Heard();
        migrator.listener(heard).upgradeToHead();

        assertThat(left(database)).isZero();
        assertThat(heard.progress).extracting(BackfillProgress::rows).containsExactly(0L, 0L, 25L, 51L);
        assertThat(database.column("SELECT name FROM account WHERE id > 200 ORDER BY id"))
                .containsExactly("late", "later");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: failed", "upgrade b: done");
    }

    @DatabaseTest
    void reportsChangedRowsIfFirstStatementFails(TestDatabase database) {
        Migrator migrator = database.with(
                ACCOUNTS, after(op -> op.backfill(BY_KEY).byKey("account", "id").batchSize(100)));
        migrator.upgrade("a");
        refuseOneName(database);

        assertThatThrownBy(migrator::upgradeToHead)
                .hasMessageContaining(
                        "\nThe 50 rows that earlier batches of this statement changed stay changed. The earlier");
    }

    @DatabaseTest
    void listenerCanStopBetweenBatches(TestDatabase database) {
        ProgressListener listener = new ProgressListener() {
            @Override
            public void batchDone(Step step, BackfillProgress progress) {
                throw new IllegalStateException("that is enough");
            }
        };

        assertThatThrownBy(() -> database.with(ACCOUNTS, after(op -> op.backfill(FORTY_AT_A_TIME)))
                        .listener(listener)
                        .upgradeToHead())
                .hasMessageContaining(
                        "\njava.lang.IllegalStateException: that is enough\nThe 40 rows that earlier batches");
        assertThat(left(database)).isEqualTo(60);
    }

    @DatabaseTest
    void runsInsideOnAndAutocommit(TestDatabase database) {
        database.with(
                        ACCOUNTS,
                        after(op -> op.on(
                                Databases.all().stream()
                                        .map(DatabaseType::database)
                                        .toList(),
                                on -> on.autocommit(
                                        alone -> alone.backfill(BY_KEY).byKey("account", "id")))))
                .upgradeToHead();

        assertThat(left(database)).isZero();
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void runsBesideHandleIfDdlCommits(TestDatabase database) {
        Heard heard = new Heard();

        database.with(ACCOUNTS, after(op -> {
                    op.handle().execute("UPDATE account SET name = 'x'");
                    op.backfill(BY_KEY).byKey("account", "id").batchSize(100);
                }))
                .listener(heard)
                .upgradeToHead();

        assertThat(heard.progress).hasSize(2);
        assertThat(left(database)).isZero();
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void refusesBackfillBesideHandleInTransaction(TestDatabase database) {
        assertThatThrownBy(() -> database.with(ACCOUNTS, after(op -> {
                            op.handle();
                            op.backfill(FORTY_AT_A_TIME);
                        }))
                        .upgradeToHead())
                .hasMessageContaining("cannot run inside a transaction");
        assertThat(left(database)).isEqualTo(100);
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void refusesStatementThatReturnsRows(TestDatabase database) {
        assertThatThrownBy(() -> database.with(ACCOUNTS, after(op -> op.backfill(FORTY_AT_A_TIME + " RETURNING id")))
                        .upgradeToHead())
                .hasMessageContaining("A backfill needs a statement that returns the number of changed rows");
        assertThat(left(database)).isEqualTo(100);
    }

    @DatabaseTest
    void refusesKeyWithoutItsParameters(TestDatabase database) {
        assertThatThrownBy(() ->
                        database.with(revision("b", op -> op.backfill(BY_KEY))).upgradeToHead())
                .hasMessageContaining(
                        "A backfill fills in numbers only with byKey(…), but the statement has [from, to]: " + BY_KEY);
        assertThatThrownBy(() -> database.with(
                                revision("b", op -> op.backfill(FORTY_AT_A_TIME).byKey("account", "id")))
                        .upgradeToHead())
                .hasMessageContaining(
                        "The statement of a backfill by key needs :from and :to and no other name, but has []: ");
    }

    private static void refuseOneName(TestDatabase database) {
        database.execute(
                database.has(Capability.CHECKS)
                        ? "ALTER TABLE account ADD CONSTRAINT no_n60 CHECK (full_name <> 'n60')"
                        : "CREATE TRIGGER no_n60 BEFORE UPDATE ON account FOR EACH ROW"
                                + " IF NEW.full_name = 'n60' THEN SIGNAL SQLSTATE '45000'; END IF");
    }

    private static void allowAllNames(TestDatabase database) {
        database.execute(
                database.has(Capability.CHECKS) ? "ALTER TABLE account DROP CONSTRAINT no_n60" : "DROP TRIGGER no_n60");
    }

    private static TestRevision after(Directives directives) {
        return revision("b", directives).after("a");
    }

    private static long left(TestDatabase database) {
        return Long.parseLong(database.column("SELECT count(*) FROM account WHERE full_name IS NULL")
                .get(0));
    }

    /** Keeps the progress of all backfills. */
    private static final class Heard implements ProgressListener {
        final List<BackfillProgress> progress = new ArrayList<>();

        @Override
        public void batchDone(Step step, BackfillProgress done) {
            assertThat(step.revision().id()).isEqualTo("b");
            progress.add(done);
        }
    }
}
