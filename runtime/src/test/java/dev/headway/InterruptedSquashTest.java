package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;

/** Squashes of revisions that stopped in the middle of their upgrade or downgrade. */
class InterruptedSquashTest {
    private static final TestRevision A = table("a");
    private static final TestRevision STOPS_WHEN_APPLIED = revision("b", op -> {
                op.createTable("b", t -> t.bigint("id"));
                op.execute("refused");
            })
            .after("a")
            .outsideTransaction();
    private static final TestRevision STOPS_WHEN_REVERTED = revision(
                    "b", op -> op.createTable("b", t -> t.bigint("id")))
            .downgrade(op -> {
                op.dropTable("b");
                op.execute("refused");
            })
            .after("a")
            .outsideTransaction();
    private static final TestRevision SQUASH = revision("ab", op -> {
                op.createTable("a", t -> t.bigint("id"));
                op.createTable("b", t -> t.bigint("id"));
            })
            .replacing("a", "b");
    private static final TestRevision C = table("c").after("ab");

    private static void stopInTheMiddleOfTheUpgrade(TestDatabase database) {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(A, STOPS_WHEN_APPLIED)::upgradeToHead);
    }

    private static void stopInTheMiddleOfTheDowngrade(TestDatabase database) {
        Migrator migrator = database.with(A, STOPS_WHEN_REVERTED);
        migrator.upgradeToHead();
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> migrator.downgrade("a"));
    }

    @DatabaseTest
    void resumesTheReplacedRevision(TestDatabase database) {
        stopInTheMiddleOfTheUpgrade(database);
        TestRevision fixed = revision("b", op -> {
                    op.createTable("b", t -> t.bigint("id"));
                    op.createTable("b2", t -> t.bigint("id"));
                })
                .after("a")
                .outsideTransaction();

        assertThat(ids(database.with(A, fixed, SQUASH, C).upgradeToHead())).containsExactly("b", "c");

        assertThat(database.applied()).containsExactly("ab", "c");
        assertThat(database.tables()).containsExactly("a", "b", "b2", "c");
    }

    @DatabaseTest
    void refusesASquashThatContainsTheRevisionOnlyThroughAnother(TestDatabase database) {
        TestRevision half = revision("half", op -> {
                    op.execute("CREATE TABLE half (id INT)");
                    op.execute("refused");
                })
                .outsideTransaction();
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(database.with(half)::upgradeToHead);
        TestRevision inner = table("inner_one").replacing("half");
        TestRevision outer = table("outer_one").replacing("inner_one");

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(database.with(half, inner, outer)::upgradeToHead)
                .withMessageContaining("Revision outer_one replaces revision half, which stopped during its upgrade")
                .withMessageContaining("Nothing was run");
        assertThat(database.tables()).containsExactly("half");
    }

    @DatabaseTest
    void doesNotRecordASquashOfARevisionThatIsRevertedInPart(TestDatabase database) {
        stopInTheMiddleOfTheDowngrade(database);

        for (TestRevision[] history :
                new TestRevision[][] {{SQUASH}, {A, STOPS_WHEN_REVERTED, SQUASH}, {A, STOPS_WHEN_REVERTED, SQUASH, C}
                }) {
            assertThatExceptionOfType(PartiallyAppliedException.class)
                    .isThrownBy(() -> database.with(history).upgradeToHead())
                    .withMessageContaining("stopped during its downgrade")
                    .withMessageContaining("Nothing was run");
            assertThatExceptionOfType(PartiallyAppliedException.class)
                    .isThrownBy(() -> database.with(history).downgrade("ab"))
                    .withMessageContaining("Revision ab replaces revision b, which stopped during its downgrade");
            assertThatExceptionOfType(PartiallyAppliedException.class)
                    .isThrownBy(() -> database.with(history).downgrade("base"))
                    .withMessageContaining("Revision ab replaces revision b, which stopped during its downgrade");
        }
        assertThat(database.applied()).containsExactly("a", "b");
        assertThat(database.tables()).containsExactly("a");
    }

    @DatabaseTest
    void stampingAnotherBranchForgetsNoDowngradeInPart(TestDatabase database) {
        stopInTheMiddleOfTheDowngrade(database);

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(() -> database.with(SQUASH, table("other")).stamp("other"))
                .withMessageContaining("Revision ab replaces revision b, which stopped during its downgrade");

        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void stampingTheSquashResolvesTheInterruptedRevision(TestDatabase database) {
        stopInTheMiddleOfTheUpgrade(database);
        database.execute("CREATE TABLE b2 (id INT)");
        Migrator migrator = database.with(SQUASH, C);

        migrator.stamp("ab");

        assertThat(database.applied()).containsExactly("ab");
        assertThat(migrator.partial()).isEmpty();
        assertThat(ids(migrator.upgradeToHead())).containsExactly("c");
        assertThat(ids(migrator.downgrade("base"))).containsExactly("c", "ab");
    }

    @DatabaseTest
    void stampingTheSquashResolvesTheRevisionThatIsRevertedInPart(TestDatabase database) {
        stopInTheMiddleOfTheDowngrade(database);
        database.execute("CREATE TABLE b (id INT)");
        Migrator migrator = database.with(SQUASH, C);

        migrator.stamp("ab");

        assertThat(database.applied()).containsExactly("ab");
        assertThat(migrator.partial()).isEmpty();
        assertThat(ids(migrator.upgradeToHead())).containsExactly("c");
    }

    @DatabaseTest
    void stampingAnotherBranchKeepsTheInterruptedRevision(TestDatabase database) {
        stopInTheMiddleOfTheUpgrade(database);
        Migrator migrator = database.with(A, STOPS_WHEN_APPLIED, SQUASH, table("other"));

        migrator.stamp("other");

        assertThat(database.applied()).containsExactly("a", "other");
        assertThat(migrator.partial()).hasSize(1);
    }

    @DatabaseTest
    void stampingCurrentKeepsTheInterruptedRevision(TestDatabase database) {
        stopInTheMiddleOfTheUpgrade(database);

        for (TestRevision[] history : new TestRevision[][] {{A, STOPS_WHEN_APPLIED}, {A, STOPS_WHEN_APPLIED, SQUASH}}) {
            Migrator migrator = database.with(history);

            migrator.stamp("current");

            assertThat(database.applied()).containsExactly("a");
            assertThat(migrator.partial()).hasSize(1);
        }
    }

    @DatabaseTest
    void stampingTheRevisionBeforeTheSquashResolvesTheInterruptedRevision(TestDatabase database) {
        TestRevision stopping = revision("c", op -> {
                    op.createTable("c", t -> t.bigint("id"));
                    op.execute("refused");
                })
                .after("a")
                .outsideTransaction();
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(database.with(A, stopping)::upgradeToHead);
        database.execute("DROP TABLE c");
        Migrator migrator = database.with(A, table("squashed").after("a").replacing("c"));

        migrator.stamp("a");

        assertThat(migrator.partial()).isEmpty();
        assertThat(ids(migrator.upgradeToHead())).containsExactly("squashed");
    }

    @DatabaseTest
    void stampingAnEarlierRevisionResolvesTheInterruptedRevision(TestDatabase database) {
        TestRevision b = table("b").after("a");
        TestRevision stopping = revision("c", op -> {
                    op.createTable("c", t -> t.bigint("id"));
                    op.execute("refused");
                })
                .after("b")
                .outsideTransaction();
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(A, b, stopping)::upgradeToHead);
        database.execute("DROP TABLE c");
        database.execute("DROP TABLE b");
        Migrator migrator = database.with(A, b, table("squashed").after("b").replacing("c"));

        migrator.stamp("a");

        assertThat(migrator.partial()).isEmpty();
        assertThat(ids(migrator.upgradeToHead())).containsExactly("b", "squashed");
    }

    @DatabaseTest
    void stampingAnotherBranchKeepsARevisionThatIsRevertedInPart(TestDatabase database) {
        stopInTheMiddleOfTheDowngrade(database);
        Migrator migrator = database.with(A, STOPS_WHEN_REVERTED, table("other"));

        migrator.stamp("other");

        assertThat(database.applied()).containsExactly("a", "b", "other");
        assertThat(migrator.partial()).hasSize(1);
    }
}
