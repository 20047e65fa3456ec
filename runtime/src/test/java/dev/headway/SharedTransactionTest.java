package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.FailingConnections;
import dev.headway.testing.Processes;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

/** Statements about rows share a transaction and its record, and whatever fails, rows, record and message agree. */
class SharedTransactionTest {
    private static final Instant TIME = Instant.parse("2024-10-27T00:30:00Z");
    private static final int STATEMENTS = 8;

    private enum Kind {
        ROW,
        ROW_AS_WRITTEN,
        POINT_IN_TIME,
        INSERTED_POINT_IN_TIME,
        SETTING,
        DEFINITION;

        boolean isRow() {
            return this != SETTING && this != DEFINITION;
        }

        void run(Operations op, int number) throws Exception {
            switch (this) {
                case ROW_AS_WRITTEN -> op.execute("INSERT INTO t (id) VALUES (" + number + ")");
                case POINT_IN_TIME -> op.execute("INSERT INTO t (id, at) VALUES (?, ?)", number, TIME);
                case INSERTED_POINT_IN_TIME -> op.insert("t", Map.of("id", number, "at", TIME));
                case SETTING -> op.execute("SET @x" + number + " = 1");
                case DEFINITION -> op.execute("CREATE TABLE d" + number + " (id integer)");
                default -> op.execute("INSERT INTO t (id) VALUES (?)", number);
            }
        }
    }

    private enum Fault {
        BAD_STATEMENT,
        BAD_POINT_IN_TIME,
        BAD_DEFINITION,
        EXCEPTION,
        INTERRUPT,
        DEADLOCK,
        COMMIT_LOST,
        COMMITTED_AND_LOST;

        void run(Operations op) throws Exception {
            switch (this) {
                case BAD_STATEMENT -> op.execute("INSERT INTO missing VALUES (1)");
                case BAD_POINT_IN_TIME -> op.execute("INSERT INTO t (id, at) VALUES (NULL, ?)", TIME);
                case BAD_DEFINITION -> op.execute("DROP TABLE missing");
                case EXCEPTION -> {
                    op.inspect();
                    throw new IllegalStateException("of the migration");
                }
                case INTERRUPT -> {
                    op.inspect();
                    Thread.currentThread().interrupt();
                }
                default -> op.execute("INSERT INTO t (id) VALUES (100)");
            }
        }

        DataSource dataSource(TestDatabase database) {
            String insert = "INSERT INTO t (id) VALUES (100)";
            return switch (this) {
                case DEADLOCK ->
                    FailingConnections.rollingBackAt(database.dataSource(), insert)
                            .dataSource();
                case COMMIT_LOST ->
                    FailingConnections.duringCommit(database.dataSource(), insert, false)
                            .dataSource();
                case COMMITTED_AND_LOST ->
                    FailingConnections.duringCommit(database.dataSource(), insert, true)
                            .dataSource();
                default -> database.dataSource();
            };
        }

        boolean losesConnection() {
            return this == COMMIT_LOST || this == COMMITTED_AND_LOST;
        }

        boolean isRow() {
            return this == DEADLOCK || losesConnection();
        }
    }

    @DatabaseTest(value = Capability.COMMITTING_DDL, processes = Processes.IN_TURN)
    void rowsRecordAndMessageAgreeAfterEachFault(TestDatabase database) {
        Random random = new Random(Long.getLong("headway.seed", System.nanoTime()));
        for (int round = 0; round < Integer.getInteger("headway.rounds", 3); round++) {
            for (Fault fault : Fault.values()) {
                List<Kind> kinds = random.ints(STATEMENTS, 0, Kind.values().length)
                        .mapToObj(i -> Kind.values()[i])
                        .toList();
                agree(database, kinds, fault, 1 + random.nextInt(STATEMENTS));
                database.clear();
            }
        }
    }

    private static void agree(TestDatabase database, List<Kind> kinds, Fault fault, int place) {
        String description = kinds + ", " + fault + " before " + (place + 1);
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= STATEMENTS; i++) {
            if (kinds.get(i - 1).isRow()) {
                expected.add(String.valueOf(i));
            }
        }
        if (fault.isRow()) {
            expected.add("100");
        }

        MigrationFailedException failure = catchThrowableOfType(
                MigrationFailedException.class,
                () -> Migrations.on(fault.dataSource(database))
                        .registries(history(kinds, place, fault::run))
                        .upgradeToHead());
        Thread.interrupted();
        assertThat(failure).as(description).isNotNull();
        int completed = Integer.parseInt(database.column("SELECT statements FROM headway_log ORDER BY id DESC")
                .get(0));
        assertThat(database.column("SELECT id FROM t ORDER BY id"))
                .as(description + ": " + completed + " completed\n" + failure.getMessage())
                .hasSize(rows(kinds, place, completed - 1, fault));
        assertThat(failure.completedStatements())
                .as(description)
                .isBetween(fault == Fault.COMMITTED_AND_LOST ? 0 : completed, completed);
        Directives fixed = fault.isRow() ? fault::run : op -> {};
        Migrations.on(database.dataSource())
                .registries(history(kinds, place, fixed))
                .upgradeToHead();
        assertThat(database.column("SELECT id FROM t ORDER BY id"))
                .as(description)
                .containsExactlyElementsOf(expected);
        assertThat(database.column("SELECT count(*) FROM t WHERE at <> '2024-10-27 00:30:00'"))
                .as(description)
                .containsExactly("0");
    }

    private static int rows(List<Kind> kinds, int place, int completed, Fault fault) {
        List<Boolean> rows = new ArrayList<>();
        kinds.forEach(kind -> rows.add(kind.isRow()));
        if (fault.isRow()) {
            rows.add(place, true);
        }
        return (int)
                rows.stream().limit(Math.max(0, completed)).filter(row -> row).count();
    }

    private static RevisionRegistry history(List<Kind> kinds, int place, Directives between) {
        return registry(revision("a", op -> {
            op.createTable("t", t -> {
                t.integer("id").notNull();
                t.timestamp("at");
            });
            for (int i = 1; i <= STATEMENTS; i++) {
                kinds.get(i - 1).run(op, i);
                if (i == place) {
                    between.applyTo(op);
                }
            }
        }));
    }
}
