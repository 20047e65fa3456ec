package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.examples.ibutsu.migrations.AddRunPassPercent;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import dev.headway.progress.BackfillProgress;
import dev.headway.progress.ProgressListener;
import dev.headway.sql.SqlSyntax;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each run gets the share of its tests that passed, in percent. */
class AddRunPassPercentTest {
    private static final String BEFORE = "e5736dbcc0b0";
    private static final String INSERT = "INSERT INTO runs (id, start_time, created, source, summary) ";

    /** From summaries to what they say of the percentage afterwards; null if they have none. */
    private static final Map<String, String> PERCENTAGES = new TreeMap<>();

    static {
        Map<String, String> percentages = PERCENTAGES;
        // passes are said
        percentages.put("{'tests': 10, 'passes': 7, 'failures': 1}", "70");
        percentages.put("{'tests': 3, 'passes': 2}", "66");
        percentages.put("{'tests': '10', 'passes': '8'}", "80");
        percentages.put("{'tests': 30000000000, 'passes': 15000000000}", "50");
        // they are what the others leave
        percentages.put("{'tests': 10, 'failures': 1, 'errors': 1, 'skips': 1, 'xpasses': 1, 'xfailures': 1}", "50");
        percentages.put("{'tests': 10}", "100");
        percentages.put("{'tests': 10, 'passes': null, 'failures': 3}", "70");
        // what is not all digits is no number
        percentages.put("{'tests': 10, 'passes': 'most', 'failures': 4}", "60");
        percentages.put("{'tests': 10, 'passes': 2.5, 'failures': 'some', 'errors': -4}", "100");
        percentages.put("{'tests': 'many', 'passes': 1}", "0");
        percentages.put("{'tests': -5, 'passes': 1}", "0");
        percentages.put("{'tests': {'all': 5}, 'passes': 1}", "0");
        // no tests, no percentage
        percentages.put("{'tests': 0, 'passes': 5}", "0");
        percentages.put("{'passes': 5}", "0");
        percentages.put("{}", "0");
        // never below 0, nor above 100
        percentages.put("{'tests': 10, 'passes': 12}", "100");
        percentages.put("{'tests': 2, 'failures': 5}", "0");
        // what has one keeps it, and what is no object gets none
        percentages.put("{'tests': 10, 'passes': 1, 'pass_percent': 99}", "99");
        percentages.put("null", null);
        percentages.put("[1]", null);
        percentages.put("7", null);
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void aRunIsRatedByItsSummary(TestDatabase database) {
        Migrator migrator = before(database);
        PERCENTAGES.keySet().forEach(summary -> insert(database, summary));
        database.execute(INSERT + "VALUES (gen_random_uuid(), now(), now(), 'no summary', NULL)");

        migrator.upgradeToHead();

        Map<String, String> found = new TreeMap<>();
        database.rows("SELECT source, summary ->> 'pass_percent' AS percent FROM runs WHERE source <> 'no summary'")
                .forEach(row -> found.put((String) row.get("source"), (String) row.get("percent")));
        assertThat(found).isEqualTo(PERCENTAGES);
        assertThat(database.column("SELECT summary FROM runs WHERE source = 'no summary'"))
                .containsOnlyNulls();
        assertThat(database.column("SELECT summary - 'pass_percent' FROM runs WHERE source LIKE '%most%'"))
                .containsExactly("{\"tests\": 10, \"passes\": \"most\", \"failures\": 4}");
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void twelveThousandRunsAreRatedFiveThousandAtATime(TestDatabase database) {
        Migrator migrator = before(database);
        database.execute(INSERT + """
                SELECT gen_random_uuid(), now(), now(), NULL, jsonb_build_object('tests', 100, 'passes', n % 101)
                FROM generate_series(1, 12000) AS n""");
        List<Long> rows = new ArrayList<>();

        migrator.listener(new ProgressListener() {
                    @Override
                    public void batchDone(Step step, BackfillProgress progress) {
                        rows.add(progress.rows());
                    }
                })
                .upgradeToHead();

        assertThat(rows).containsExactly(5_000L, 10_000L, 12_000L, 12_000L);
        assertThat(database.column("SELECT count(*) FROM runs WHERE summary -> 'pass_percent' = summary -> 'passes'"))
                .containsExactly("12000");
        assertThat(indexIsThere(database)).isTrue();
    }

    @Test
    void noStatementWaitsLongerThanHalfAMinuteForALockAndOtherDatabasesHaveNothingToDo() throws Exception {
        assertThat(recorded(Database.POSTGRESQL))
                .startsWith(new SetTimeout(SetTimeout.Kind.LOCK, Duration.ofSeconds(30)))
                .hasSize(3);
        assertThat(recorded(Database.MARIADB)).isEmpty();
    }

    private static List<Operation> recorded(Database database) throws Exception {
        RecordingSink sink = new RecordingSink(database, SqlSyntax.STANDARD);
        Operations.perform(RevisionInfo.of("d18de2b3253f", "rate"), new AddRunPassPercent()::upgrade, sink);
        return sink.operations();
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void theWayBackDropsTheIndexAndKeepsThePercentages(TestDatabase database) {
        Migrator migrator = before(database);
        insert(database, "{'tests': 4, 'passes': 3}");
        migrator.upgradeToHead();

        migrator.downgrade(BEFORE);

        assertThat(indexIsThere(database)).isFalse();
        assertThat(database.column("SELECT summary ->> 'pass_percent' FROM runs"))
                .containsExactly("75");
    }

    private static boolean indexIsThere(TestDatabase database) {
        return !database.column("SELECT 1 FROM pg_indexes WHERE indexname = 'ix_runs_pass_percent'")
                .isEmpty();
    }

    private static Migrator before(TestDatabase database) {
        Migrator migrator = Migrations.on(database.dataSource());
        migrator.upgrade(BEFORE);
        return migrator;
    }

    /** Inserts a run whose source tells its summary too. */
    private static void insert(TestDatabase database, String summary) {
        database.execute(
                INSERT + "VALUES (gen_random_uuid(), now(), now(), ?, CAST(? AS jsonb))",
                summary,
                summary.replace('\'', '"'));
    }
}
