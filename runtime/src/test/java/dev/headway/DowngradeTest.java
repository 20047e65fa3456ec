package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.Locale;
import java.util.stream.Stream;

class DowngradeTest {
    private static final TestRevision[] CHAIN = {
        table("a"), table("b").after("a"), table("c").after("b")
    };

    @DatabaseTest
    void oneStepDownTakesBackTheCurrentRevision(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgradeToHead();

        Plan done = migrator.downgrade("-1");

        assertThat(ids(done)).containsExactly("c");
        assertThat(done.steps()).extracting(Step::direction).containsOnly(Direction.DOWNGRADE);
        assertThat(database.tables()).containsExactly("a", "b");
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void theTargetOfADowngradeStays(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgradeToHead();

        assertThat(ids(migrator.downgrade("a"))).containsExactly("c", "b");
        assertThat(database.tables()).containsExactly("a");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void downToBaseTakesBackEverythingButTheLog(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgrade("b");

        assertThat(ids(migrator.downgrade("base"))).containsExactly("b", "a");
        assertThat(database.tables()).isEmpty();
        assertThat(database.applied()).isEmpty();
        assertThat(database.log())
                .containsExactly("upgrade a: done", "upgrade b: done", "downgrade b: done", "downgrade a: done");
    }

    @DatabaseTest
    void whatWasTakenBackCanBeAppliedAgain(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgradeToHead();
        migrator.downgrade("base");

        assertThat(ids(migrator.upgradeToHead())).containsExactly("a", "b", "c");
        assertThat(database.tables()).containsExactly("a", "b", "c");
    }

    @DatabaseTest
    void aDowngradeWithNothingToTakeBackDoesNothing(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgradeToHead();

        assertThat(migrator.downgrade("c").isEmpty()).isTrue();
        assertThat(database.applied()).containsExactly("a", "b", "c");
    }

    @DatabaseTest
    void aDerivedDowngradeInvertsEveryOperationFromLastToFirst(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> {
                            op.createTable("b", t -> t.bigint("id").primaryKey());
                            op.addColumn("a", c -> c.bigint("b_id").references("b", "id"));
                            op.addColumn("a", c -> c.varchar("note", 20));
                            op.createIndex("ix_a_note", "a", "note");
                            op.dropColumn("a", "id", c -> c.bigint().primaryKey());
                        })
                        .after("a"));
        migrator.upgradeToHead();

        migrator.downgrade("a");

        assertThat(database.tables()).containsExactly("a");
        assertThat(columnsOfA(database)).containsExactly("id");
    }

    @DatabaseTest
    void aDowngradeWrittenByHandIsRunAsWritten(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> op.execute("ALTER TABLE a ADD COLUMN note varchar(9)"))
                        .after("a")
                        .downgrade(op -> op.dropColumn("a", "note")));
        migrator.upgradeToHead();
        assertThat(columnsOfA(database)).containsExactlyInAnyOrder("id", "note");

        migrator.downgrade("-1");

        assertThat(columnsOfA(database)).containsExactly("id");
    }

    @DatabaseTest
    void aRevisionThatIsNotAppliedIsNoTarget(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgrade("a");

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> migrator.downgrade("c"))
                .withMessage("Destination c is not a valid downgrade target. Revision c is not applied, so the database"
                        + " cannot be downgraded to it. Nothing was run.");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void moreStepsDownThanThereAreAreRefused(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        migrator.upgrade("b");

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> migrator.downgrade("-3"))
                .withMessage("Relative revision -3 didn't produce 3 migrations. There are only 2 in that direction.");
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void anIrreversibleStepOnTheWayIsRefusedBeforeAnyStatementOfTheRun(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> op.execute("UPDATE a SET id = 1")).after("a"),
                table("c").after("b"));
        migrator.upgradeToHead();

        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> migrator.downgrade("base"))
                .withMessage("Revision b has no derived downgrade, because execute(\"UPDATE a SET id = 1\") cannot be"
                        + " inverted. Write the downgrade by hand. Nothing was run, and the database is unchanged.")
                .satisfies(refused -> {
                    assertThat(refused.revision()).isEqualTo("b");
                    assertThat(refused.operation()).isEqualTo("execute(\"UPDATE a SET id = 1\")");
                });
        assertThat(database.tables()).containsExactly("a", "c");
        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(database.log()).noneMatch(row -> row.startsWith("downgrade"));
    }

    @DatabaseTest
    void aStepThatUsedTheHandleHasNoDerivedDowngrade(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                revision("b", op -> op.handle().execute("INSERT INTO a VALUES (1)"))
                        .after("a"));
        migrator.upgradeToHead();

        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> migrator.downgrade("-1"))
                .withMessage("Revision b has no derived downgrade, because handle() cannot be inverted. Write the"
                        + " downgrade by hand. Nothing was run, and the database is unchanged.");
        assertThat(database.applied()).containsExactly("a", "b");
    }

    private static Iterable<String> columnsOfA(TestDatabase database) {
        return Stream.of("a", "A")
                .flatMap(table -> database.namesOfColumns(table).stream())
                .map(column -> column.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
