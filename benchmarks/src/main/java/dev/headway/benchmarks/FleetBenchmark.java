package dev.headway.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.Migration;
import dev.headway.Migrations;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.op.Operations;
import dev.headway.progress.FleetListener;
import dev.headway.progress.FleetSummary;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures what it gains to migrate many schemas some at a time, on a PostgreSQL server of its own. */
public final class FleetBenchmark {
    private static final int SCHEMAS = 1_000;
    private static final int[] PARALLELISM = {1, 8, 1, 8, 2, 4};
    private static final int MAX_CONNECTIONS = 16;
    private static final int WARM_UP = 200;

    private FleetBenchmark() {}

    /** Prints a table. */
    public static void main(String[] args) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setConnectConfig("connectTimeout", "60")
                        .start();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(server.getPostgresDatabase());
            pool.setMaximumPoolSize(MAX_CONNECTIONS);
            upgrade(pool, schemas(pool, "warm_up", WARM_UP), 4);
            System.out.printf(
                    Locale.ROOT,
                    "%d schemas, %d revisions each, %d processors%n%11s %10s %6s %12s%n",
                    SCHEMAS,
                    new Tenants().revisions().size(),
                    Runtime.getRuntime().availableProcessors(),
                    "parallelism",
                    "upgrade",
                    "gain",
                    "up to date");
            Duration alone = Duration.ZERO;
            for (int parallelism : PARALLELISM) {
                List<String> schemas = schemas(pool, "tenant", SCHEMAS);
                Duration upgrade = upgrade(pool, schemas, parallelism);
                Duration again = upgrade(pool, schemas, parallelism);
                alone = alone.isZero() ? upgrade : alone;
                System.out.printf(
                        Locale.ROOT,
                        "%11d %8.1f s %5.1fx %10.2f s%n",
                        parallelism,
                        upgrade.toMillis() / 1e3,
                        (double) alone.toMillis() / upgrade.toMillis(),
                        again.toMillis() / 1e3);
                drop(pool, schemas);
            }
        }
    }

    private static List<String> schemas(HikariDataSource pool, String prefix, int count) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < count; i++) {
                schemas.add(prefix + "_" + i);
                statement.execute("CREATE SCHEMA " + schemas.get(i));
            }
        }
        return schemas;
    }

    /** A catalog that grows would make each round slower than the one before. */
    private static void drop(HikariDataSource pool, List<String> schemas) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning");
            for (String schema : schemas) {
                statement.execute("DROP SCHEMA " + schema + " CASCADE");
            }
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static Duration upgrade(HikariDataSource pool, List<String> schemas, int parallelism) {
        long start = System.nanoTime();
        FleetSummary summary = Migrations.fleet(pool, schemas)
                .registries(new Tenants())
                .listener(new FleetListener() {})
                .parallelism(parallelism)
                .upgradeToHead();
        summary.requireComplete();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Five small revisions. */
    private static final class Tenants implements RevisionRegistry {
        @Override
        public List<RevisionInfo> revisions() {
            return List.of(
                    RevisionInfo.of("r0", "first"),
                    RevisionInfo.of("r1", "second").after("r0"),
                    RevisionInfo.of("r2", "third").after("r1"),
                    RevisionInfo.of("r3", "fourth").after("r2"),
                    RevisionInfo.of("r4", "fifth").after("r3"));
        }

        @Override
        public Migration newMigration(int index) {
            return new Migration() {
                @Override
                public void upgrade(Operations op) {
                    op.createTable("t" + index, t -> {
                        t.bigint("id").identity().primaryKey();
                        t.varchar("name", 100).notNull();
                    });
                    op.createIndex("ix_t" + index, "t" + index, "name");
                }
            };
        }
    }
}
