package dev.headway.examples.ibutsu.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Database;
import dev.headway.op.Operations;
import java.time.Duration;

/**
 * Keeps with each run how many of its tests pass, in percent, to sort by it. The table stays in use meanwhile: rows change a
 * few at a time, the index is built beside the writers, and neither waits longer than half a minute for a lock.
 */
@Revision(id = "d18de2b3253f", down = MoveInsightsProject.class, message = "add the pass percentage of runs")
public final class AddRunPassPercent implements Migration {
    private static final String PASS_PERCENT = "(summary ->> 'pass_percent')::int";

    @Override
    public void upgrade(Operations op) throws Exception {
        op.on(Database.POSTGRESQL, pg -> {
            pg.lockTimeout(Duration.ofSeconds(30));
            pg.backfill(FIVE_THOUSAND_RUNS);
            pg.createIndex("ix_runs_pass_percent", "runs")
                    .expression(PASS_PERCENT)
                    .concurrently()
                    .ifNotExists();
        });
    }

    /** Only what is written in digits counts as a number, and only an object has room for one more. */
    private static final String FIVE_THOUSAND_RUNS = """
            UPDATE runs
            SET summary = runs.summary || jsonb_build_object('pass_percent', CASE
                WHEN tests > 0
                THEN least(100, greatest(0, div(coalesce(passes, tests - others) * 100, tests)))
                ELSE 0
            END)
            FROM (
                SELECT id, summary FROM runs
                WHERE jsonb_typeof(summary) = 'object' AND NOT summary ? 'pass_percent'
                LIMIT 5000
            ) AS batch
            CROSS JOIN LATERAL (
                SELECT max(value::numeric) FILTER (WHERE key = 'tests') AS tests,
                       max(value::numeric) FILTER (WHERE key = 'passes') AS passes,
                       coalesce(sum(value::numeric) FILTER (
                           WHERE key IN ('failures', 'errors', 'skips', 'xpasses', 'xfailures')), 0) AS others
                FROM jsonb_each_text(batch.summary)
                WHERE value ~ '^[0-9]+$'
            ) AS numbers
            WHERE runs.id = batch.id""";

    /** The percentages stay: they are true, and in nobody's way. */
    @Override
    public void downgrade(Operations op) throws Exception {
        op.on(Database.POSTGRESQL, pg -> {
            pg.lockTimeout(Duration.ofSeconds(30));
            pg.dropIndex("ix_runs_pass_percent").concurrently().ifExists();
        });
    }
}
