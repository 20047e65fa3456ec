package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.cli.Headway;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;

/** What the entities want is what the history makes. */
class ModelsTest {
    private static final String EXCLUDE = "headway.exclude";

    @AfterEach
    void excludeWhatTheExampleExcludes() {
        System.clearProperty(EXCLUDE);
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void theHistoryMakesWhatTheEntitiesWant(TestDatabase database) {
        assertThat(run(database, "check", "--models")).isEqualTo("""
                The revisions match headway.target.
                0""");

        assertThat(run(database, "upgrade")).endsWith("0");
        assertThat(run(database, "check")).isEqualTo("""
                The database is up to date.
                0""");
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void whatIsExcludedIsAllThatDiffers(TestDatabase database) {
        System.setProperty(EXCLUDE, "nothing");

        assertThat(run(database, "check", "--models")).isEqualTo("""
                Detected removed index 'ix_results_assignee' on 'results'
                Detected removed index 'ix_results_classification' on 'results'
                Detected removed index 'ix_results_component_env_project' on 'results'
                Detected removed index 'ix_results_component_start_time_result_project_id' on 'results'
                Detected removed index 'ix_results_exception_name' on 'results'
                Detected removed index 'ix_results_jenkins_build_number' on 'results'
                Detected removed index 'ix_results_jenkins_job_name' on 'results'
                Detected removed index 'ix_results_requirements' on 'results'
                Detected removed index 'ix_results_result_satver_project_id_run_id_snapver' on 'results'
                Detected removed index 'ix_results_tags' on 'results'
                Detected removed index 'ix_runs_jenkins_build_number' on 'runs'
                Detected removed index 'ix_runs_jenkins_job_name' on 'runs'
                Detected removed index 'ix_runs_jjn_jbn' on 'runs'
                Detected removed index 'ix_runs_pass_percent' on 'runs'
                Detected removed index 'ix_runs_summary' on 'runs'
                Detected removed index 'ix_runs_tags' on 'runs'
                Detected removed index 'ix_users_email' on 'users'
                Detected added unique 'users_email_key' on 'users' (email)
                New upgrade operations detected. Write them with headway revision --autogenerate -m "…".
                1""");
    }

    /** Returns what it prints, and its exit code in the last line. */
    private static String run(TestDatabase database, String... command) {
        StringWriter out = new StringWriter();
        String[] arguments = new String[command.length + 3];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "--url=" + database.url();
        arguments[command.length + 1] = "--user=" + database.user();
        arguments[command.length + 2] = "--password=" + database.password();
        try (PrintWriter writer = new PrintWriter(out)) {
            int exit = Headway.run(writer, writer, arguments);
            writer.print(exit);
        }
        return out.toString();
    }
}
