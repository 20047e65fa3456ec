package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.error.FleetFailedException;
import dev.headway.error.InterruptedMigrationException;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionRegistry;
import dev.headway.progress.FleetListener;
import dev.headway.progress.FleetSummary;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** One history over many schemas or databases. */
class FleetTest {
    private static final RevisionRegistry HISTORY = registry(
            table("account"),
            revision("b", op -> op.execute("INSERT INTO account VALUES (1)")).after("account"));

    @DatabaseTest(Capability.SCHEMAS)
    void upgradesEachSchema(TestDatabase database) {
        List<String> schemas = schemas(database, database.kind().equals("PostgreSQL") ? 200 : 20);
        try (HikariDataSource pool = pool(database, 8)) {
            Fleet fleet = Migrations.fleet(pool, schemas).registries(HISTORY).parallelism(4);

            FleetSummary summary = fleet.upgradeToHead();

            assertThat(summary.isComplete()).isTrue();
            assertThat(summary.succeeded().keySet()).containsExactlyElementsOf(schemas);
            assertThat(summary)
                    .hasToString(schemas.size() + " of " + schemas.size() + " targets upgraded, 0 had nothing"
                            + " to do, 0 failed");
            for (String schema : schemas) {
                assertThat(database.column("SELECT id FROM " + database.quoted(schema) + ".account"))
                        .containsExactly("1");
            }
            assertThat(fleet.upgradeToHead())
                    .hasToString("0 of " + schemas.size() + " targets upgraded, " + schemas.size()
                            + " had nothing to do, 0 failed");
            assertThat(fleet.downgrade("base").isComplete()).isFalse();
        }
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest(Capability.SCHEMAS)
    void continuesAfterFailedTargetAndRetriesItInNextRun(TestDatabase database) {
        List<String> schemas = schemas(database, 5);
        database.execute("CREATE TABLE " + database.quoted(schemas.get(2)) + ".account (id bigint, x integer)");
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (HikariDataSource pool = pool(database, 4)) {
            Fleet fleet = Migrations.fleet(pool, schemas)
                    .registries(HISTORY)
                    .parallelism(2)
                    .listener(new FleetListener() {
                        @Override
                        public void done(String target, Plan plan, int finished) {
                            heard.add(target + " done");
                        }

                        @Override
                        public void failed(String target, RuntimeException why, int finished) {
                            heard.add(target + " failed");
                        }
                    });

            FleetSummary summary = fleet.upgradeToHead();

            assertThat(summary.failed()).containsOnlyKeys(schemas.get(2));
            assertThat(heard)
                    .containsExactlyInAnyOrder(
                            schemas.get(0) + " done",
                            schemas.get(1) + " done",
                            schemas.get(2) + " failed",
                            schemas.get(3) + " done",
                            schemas.get(4) + " done");
            assertThatExceptionOfType(FleetFailedException.class)
                    .isThrownBy(summary::requireComplete)
                    .withMessageStartingWith("4 of 5 targets upgraded, 0 had nothing to do, 1 failed:\n- "
                            + schemas.get(2) + ": Revision account failed on upgrade at its statement 1:\n")
                    .withMessageEndingWith("Fix the reported problems and run again: completed targets are skipped.");

            database.execute("DROP TABLE " + database.quoted(schemas.get(2)) + ".account");
            assertThat(fleet.upgradeToHead()).hasToString("1 of 5 targets upgraded, 4 had nothing to do, 0 failed");
        }
    }

    @DatabaseTest(Capability.SCHEMAS)
    void stopsIfThreadIsInterrupted(TestDatabase database) {
        CountDownLatch never = new CountDownLatch(1);
        Fleet fleet = Migrations.fleet(database.dataSource(), schemas(database, 1))
                .registries(HISTORY)
                .listener(new FleetListener() {
                    @Override
                    public ProgressListener of(String target) {
                        return new ProgressListener() {
                            @Override
                            public void started(Plan plan) {
                                try {
                                    never.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException("stopped", e);
                                }
                            }
                        };
                    }
                });

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedMigrationException.class)
                .isThrownBy(fleet::upgradeToHead)
                .withMessage("The thread was interrupted while it migrated a fleet, so the remaining targets were not"
                        + " migrated. Run again: completed targets are skipped, and interrupted ones resume.");
        assertThat(Thread.interrupted()).isTrue();
    }

    @DatabaseTest(Capability.ROLES)
    void returnsConnectionsWithTheirSearchPath(TestDatabase database) {
        List<String> schemas = schemas(database, 1);
        try (HikariDataSource pool = pool(database, 2)) {
            pool.setConnectionInitSql("SET search_path = audit, public");

            Migrations.fleet(pool, schemas).registries(HISTORY).upgradeToHead();

            org.jdbi.v3.core.Jdbi.create(pool)
                    .useHandle(handle -> assertThat(handle.createQuery("SHOW search_path")
                                    .mapTo(String.class)
                                    .one())
                            .isEqualTo("audit, public"));
        }
    }

    @DatabaseTest
    void upgradesEachDatabase(TestDatabase database) {
        Map<String, DataSource> targets = new LinkedHashMap<>();
        targets.put("one", database.dataSource());

        Migrations.fleet(targets).registries(HISTORY).upgradeToHead().requireComplete();

        assertThat(database.column("SELECT id FROM account")).containsExactly("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migrations.fleet(targets).parallelism(0));
    }

    private static List<String> schemas(TestDatabase database, int count) {
        List<String> schemas =
                IntStream.range(0, count).mapToObj(i -> "tenant \"" + i).toList();
        schemas.forEach(schema -> database.execute("CREATE SCHEMA " + database.quoted(schema)));
        return schemas;
    }

    private static HikariDataSource pool(TestDatabase database, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(size);
        return pool;
    }
}
