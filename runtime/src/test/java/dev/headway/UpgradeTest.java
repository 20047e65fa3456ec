package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class UpgradeTest {

    @DatabaseTest
    void anEmptyDatabaseIsBroughtToHead(TestDatabase database) {
        Plan done = database.with(table("a"), table("b").after("a")).upgradeToHead();

        assertThat(ids(done)).containsExactly("a", "b");
        assertThat(done.steps()).extracting(Step::direction).containsOnly(Direction.UPGRADE);
        assertThat(database.tables()).containsExactly("a", "b");
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void aSecondRunFindsNothingToDo(TestDatabase database) {
        Migrator migrator = database.with(table("a"), table("b").after("a"));
        migrator.upgradeToHead();

        assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: done");
    }

    @DatabaseTest
    void whatIsNewIsAppliedBehindWhatIsThere(TestDatabase database) {
        database.with(table("a")).upgradeToHead();

        Plan done = database.with(table("a"), table("b").after("a")).upgradeToHead();

        assertThat(ids(done)).containsExactly("b");
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void anUpgradeStopsAtItsTargetAndGoesOnFromThere(TestDatabase database) {
        Migrator migrator =
                database.with(table("a1"), table("b2").after("a1"), table("c3").after("b2"));

        assertThat(ids(migrator.upgrade("b"))).containsExactly("a1", "b2");
        assertThat(database.tables()).containsExactly("a1", "b2");
        assertThat(ids(migrator.upgrade("+1"))).containsExactly("c3");
        assertThat(database.tables()).containsExactly("a1", "b2", "c3");
    }

    @DatabaseTest
    void theHistoryTellsWhenEachRevisionWasApplied(TestDatabase database) {
        database.with(table("a")).upgradeToHead();

        assertThat(database.with(table("a")).history())
                .singleElement()
                .extracting(entry -> entry.appliedAt().orElseThrow(), as(INSTANT))
                .isCloseTo(Instant.now(), within(Duration.ofMinutes(5)));
    }

    @DatabaseTest
    void theLogTellsWhatEachStepDidAndWhoRanItWhere(TestDatabase database) {
        database.with(revision("a", op -> {
                    op.createTable("a", t -> t.bigint("id"));
                    op.createIndex("ix", "a", "id");
                    op.execute("INSERT INTO a VALUES (1)");
                }))
                .upgradeToHead();

        assertThat(database.rows("SELECT * FROM headway_log")).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsAllEntriesOf(Map.of(
                            "revision", "a",
                            "direction", "upgrade",
                            "outcome", "done",
                            "statements", 3,
                            "run_by", System.getProperty("user.name")));
            assertThat((String) row.get("run_on"))
                    .endsWith(" (process " + ProcessHandle.current().pid() + ")");
            assertThat(row.get("error")).isNull();
            assertThat(row.get("started_at")).isNotNull();
            assertThat(row.get("ended_at")).isNotNull();
        });
    }
}
