package dev.headway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Processes;
import dev.headway.testing.Snapshot;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.Upgrader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What becomes of a database whose upgrading process is killed, as by {@code kill -9}. Behind each call of the driver in turn
 * if {@code -Dheadway.kills=1} says so, which takes minutes; otherwise behind every sixth, beginning with any.
 */
class KilledTest {
    private static final int STRIDE = Integer.getInteger("headway.kills", 6);

    /** How many processes get ready while one is at work. */
    private static final int AHEAD = 2;

    @DatabaseTest(processes = Processes.IN_TURN)
    void losesAndRepeatsNothingIfKilledAtAnyStatement(TestDatabase database) throws Exception {
        finish(database);
        State undisturbed = State.of(database);

        Deque<Upgrader> ready = new ArrayDeque<>();
        int call = 1 + new Random().nextInt(STRIDE);
        for (int i = 0; i < AHEAD; i++) {
            ready.add(Upgrader.start(database, MixedHistory.class, call));
            call += STRIDE;
        }
        int kills = 0;
        try {
            for (boolean stopped = true; stopped; kills++) {
                database.clear();
                try (Upgrader upgrader = ready.remove()) {
                    ready.add(Upgrader.start(database, MixedHistory.class, call));
                    call += STRIDE;
                    String outcome = upgrader.go().outcome();
                    stopped = outcome.equals("stopped");
                    assertThat(stopped || outcome.startsWith("failed Revision e "))
                            .as(outcome)
                            .isTrue();
                }
                finish(database);
                assertThat(State.of(database))
                        .as("killed behind call " + (call - (AHEAD + 1) * STRIDE))
                        .isEqualTo(undisturbed);
            }
        } finally {
            ready.forEach(Upgrader::close);
        }
        assertThat(kills).isGreaterThan(36 / STRIDE);
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void losesAndRepeatsNothingIfKilledAtAnyMoment(TestDatabase database) throws Exception {
        finish(database);
        State undisturbed = State.of(database);
        Random random = new Random();
        for (int i = 0; i < 3; i++) {
            database.clear();
            try (Upgrader upgrader = Upgrader.start(database, MixedHistory.class, 0)) {
                Thread.sleep(400);
                upgrader.go();
                Thread.sleep(random.nextInt(800));
            }
            finish(database);
            assertThat(State.of(database)).isEqualTo(undisturbed);
        }
    }

    private static void finish(TestDatabase database) {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(with(database, new MixedHistory().get())::upgradeToHead)
                .withMessageContaining("missing");
        with(database, MixedHistory.mended()).upgradeToHead();
    }

    private static Migrator with(TestDatabase database, RevisionRegistry history) {
        return Migrations.on(database.dataSource()).registries(history).lockTimeout(Duration.ofSeconds(30));
    }

    /**
     * All that is in a database.
     *
     * @param schema tables, views and so on
     * @param rows the rows of each table
     * @param applied what is applied
     * @param log what was tried; how often the failing revision was is left out
     */
    private record State(
            Snapshot schema, Map<String, List<Map<String, Object>>> rows, List<String> applied, List<String> log) {
        static State of(TestDatabase database) throws SQLException {
            dropWhatH2Left(database);
            Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
            for (String table : database.tables()) {
                rows.put(table, database.rows("SELECT * FROM " + table + " ORDER BY id"));
            }
            List<String> log = new ArrayList<>(database.column("SELECT concat(direction, ' ', revision, ': ', outcome,"
                    + " ', ', statements) FROM headway_log WHERE revision <> 'e' OR outcome = 'done' ORDER BY id"));
            return new State(Snapshot.of(database), rows, database.applied(), log);
        }

        /** H2 alters a table by copying it, and forgets the copy if it is killed at that. */
        private static void dropWhatH2Left(TestDatabase database) {
            if (database.kind().equals("H2")) {
                database.tables().stream()
                        .filter(table -> table.matches(".*_copy_\\d+_\\d+"))
                        .forEach(table -> database.execute("DROP TABLE " + table));
            }
        }
    }
}
