package dev.headway.examples.ibutsu.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Database;
import dev.headway.op.Operations;
import dev.headway.schema.ColumnType;
import java.util.List;

/** Nobody reads {@code meta}; everybody filters by what is within the documents. */
@Revision(
        id = "fc3df1d9ee4e",
        down = InitialBaseline.class,
        message = "drop the unused meta table, and add indexes for PostgreSQL")
public final class DropMetaAndAddIndexes implements Migration {
    private static final List<String> INDEXES = List.of(
            "ix_results_assignee",
            "ix_results_classification",
            "ix_results_component_env_project",
            "ix_results_component_start_time_result_project_id",
            "ix_results_exception_name",
            "ix_results_jenkins_build_number",
            "ix_results_jenkins_job_name",
            "ix_results_requirements",
            "ix_results_result_satver_project_id_run_id_snapver",
            "ix_results_tags",
            "ix_runs_jenkins_build_number",
            "ix_runs_jenkins_job_name",
            "ix_runs_jjn_jbn",
            "ix_runs_summary",
            "ix_runs_tags");

    private static final String BUILD_NUMBER = "data -> 'jenkins' ->> 'build_number'";
    private static final String JOB_NAME = "data -> 'jenkins' ->> 'job_name'";

    @Override
    public void upgrade(Operations op) throws Exception {
        op.dropTable("meta").ifExists();
        op.on(Database.POSTGRESQL, pg -> {
            indexResults(pg);
            indexRuns(pg);
        });
    }

    private static void indexResults(Operations op) {
        indexExpression(op, "ix_results_assignee", "results", "data ->> 'assignee'");
        indexExpression(op, "ix_results_classification", "results", "data ->> 'classification'");
        indexExpression(op, "ix_results_exception_name", "results", "data ->> 'exception_name'");
        indexExpression(op, "ix_results_jenkins_build_number", "results", BUILD_NUMBER);
        indexExpression(op, "ix_results_jenkins_job_name", "results", JOB_NAME);
        indexElements(op, "ix_results_requirements", "results", "data -> 'requirements'");
        indexElements(op, "ix_results_tags", "results", "data -> 'tags'");
        op.createIndex("ix_results_component_env_project", "results", "component", "env", "project_id")
                .descending("start_time")
                .ifNotExists();
        op.createIndex(
                        "ix_results_component_start_time_result_project_id",
                        "results",
                        "component",
                        "start_time",
                        "result",
                        "project_id")
                .ifNotExists();
        op.createIndex("ix_results_result_satver_project_id_run_id_snapver", "results", "result")
                .expression("data ->> 'SatelliteVersion'")
                .column("project_id")
                .column("run_id")
                .expression("data ->> 'SnapVersion'")
                .ifNotExists();
    }

    private static void indexRuns(Operations op) {
        indexExpression(op, "ix_runs_jenkins_build_number", "runs", BUILD_NUMBER);
        indexExpression(op, "ix_runs_jenkins_job_name", "runs", JOB_NAME);
        op.createIndex("ix_runs_jjn_jbn", "runs")
                .expression(JOB_NAME)
                .expression(BUILD_NUMBER)
                .ifNotExists();
        indexElements(op, "ix_runs_tags", "runs", "data -> 'tags'");
        op.createIndex("ix_runs_summary", "runs", "summary").using("gin").ifNotExists();
    }

    private static void indexExpression(Operations op, String name, String table, String expression) {
        op.createIndex(name, table).expression(expression).ifNotExists();
    }

    private static void indexElements(Operations op, String name, String table, String expression) {
        op.createIndex(name, table).expression(expression).using("gin").ifNotExists();
    }

    @Override
    public void downgrade(Operations op) throws Exception {
        op.on(
                Database.POSTGRESQL,
                pg -> INDEXES.forEach(index -> pg.dropIndex(index).ifExists()));
        ColumnType text = InitialBaseline.indexedText(op.database());
        op.createTable("meta", t -> {
            t.column("key").of(text).primaryKey();
            t.text("value");
            t.index("ix_meta_key", "key");
        });
    }
}
