package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.NotScriptableException;
import dev.headway.op.Database;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in the old project moves to the new one, once both are there. */
class MoveInsightsProjectTest {
    private static final String BEFORE = "8cf9148b9ad9";
    private static final String MOVE = "e5736dbcc0b0";
    private static final String OLD = "c6fd19a7-858a-4226-8c27-d8fa7ddf6d0c";
    private static final String NEW = "3915c900-85fc-1222-833c-10d51af56f2e";
    private static final String OTHER = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    private static final List<String> MOVED = List.of("runs", "results", "dashboards", "widget_configs");

    @DatabaseTest
    void nothingMovesUntilBothProjectsAreThere(TestDatabase database) {
        Migrator migrator = before(database, OTHER);
        fill(database, OTHER);

        migrator.upgrade(MOVE);
        assertThat(database.applied()).contains(MOVE);
        MOVED.forEach(table -> assertThat(projects(database, table)).containsExactly(OTHER));
        migrator.downgrade(BEFORE);

        project(database, OLD);
        fill(database, OLD);
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrator.upgrade(MOVE))
                .withMessageContaining("Revision e5736dbcc0b0")
                .withMessageContaining("There is project " + OLD + ", but no project " + NEW)
                .withMessageContaining("create that first");
        assertThat(database.applied()).doesNotContain(MOVE);
        MOVED.forEach(table -> assertThat(projects(database, table)).containsExactly(OTHER, OLD));

        project(database, NEW);
        fill(database, NEW);
        migrator.upgrade(MOVE);
        MOVED.forEach(table -> assertThat(projects(database, table)).containsExactly(OTHER, NEW, NEW));

        migrator.downgrade(BEFORE);
        MOVED.forEach(table -> assertThat(projects(database, table)).containsExactly(OTHER, NEW, NEW));
    }

    @DatabaseTest
    void membersOfTheOldProjectAreThoseOfTheNewTooAndOnce(TestDatabase database) {
        Migrator migrator = before(database, OLD, NEW, OTHER);
        String inOld = member(database, 1, OLD);
        String inBoth = member(database, 2, OLD, NEW);
        String inNew = member(database, 3, NEW);
        String elsewhere = member(database, 4, OTHER);

        migrator.upgrade(MOVE);

        assertThat(members(database, NEW)).containsExactly(inOld, inBoth, inNew);
        assertThat(members(database, OLD)).containsExactly(inOld, inBoth);
        assertThat(members(database, OTHER)).containsExactly(elsewhere);
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void documentsOfRunsAndResultsSayTheProject(TestDatabase database) {
        Migrator migrator = before(database, OLD, NEW, OTHER);
        for (String table : List.of("runs", "results")) {
            document(database, table, OLD, "NULL");
            document(database, table, OLD, "'null'");
            document(database, table, OLD, "'{}'");
            document(database, table, OLD, "'{\"build\": 7, \"project\": \"old\"}'");
            document(database, table, NEW, "'{\"build\": 8}'");
            document(database, table, OTHER, "NULL");
        }

        migrator.upgrade(MOVE);

        for (String table : List.of("runs", "results")) {
            assertThat(database.column("SELECT data FROM " + table + " ORDER BY data::text NULLS LAST"))
                    .containsExactly(
                            "{\"build\": 7, \"project\": \"insights-qe\"}",
                            "{\"build\": 8}",
                            "{\"project\": \"insights-qe\"}",
                            "{\"project\": \"insights-qe\"}",
                            "{\"project\": \"insights-qe\"}",
                            null);
        }
    }

    @Test
    void itCannotBeAScriptSinceNobodyKnowsWhichProjectsThereAre() {
        assertThatExceptionOfType(NotScriptableException.class)
                .isThrownBy(() -> Migrations.script(Database.POSTGRESQL).upgrade(BEFORE, MOVE))
                .withMessageContaining("Revision e5736dbcc0b0")
                .withMessageContaining("cannot be written as a script, because of handle(): it needs a live database.");
    }

    private static Migrator before(TestDatabase database, String... projects) {
        Migrator migrator = Migrations.on(database.dataSource());
        migrator.upgrade(BEFORE);
        for (String project : projects) {
            project(database, project);
        }
        return migrator;
    }

    private static void project(TestDatabase database, String id) {
        database.execute("INSERT INTO projects (id) VALUES ('" + id + "')");
    }

    /** Puts one row of each kind into a project; a row has the beginning of the id of its project. */
    private static void fill(TestDatabase database, String project) {
        insert(database, "runs", project, "start_time, created", "'2026-02-28 08:30:00', '2026-02-28 08:30:00'");
        insert(database, "results", project, "start_time", "'2026-02-28 08:30:00'");
        insert(database, "dashboards", project, "title", "'Today'");
        insert(database, "widget_configs", project, "title", "'Failures'");
    }

    private static void insert(TestDatabase database, String table, String project, String columns, String values) {
        database.execute("INSERT INTO " + table + " (id, project_id, " + columns + ") VALUES ('" + project + "', '"
                + project + "', " + values + ")");
    }

    private static void document(TestDatabase database, String table, String project, String json) {
        String times = table.equals("runs") ? "start_time, created" : "start_time";
        database.execute("INSERT INTO " + table + " (id, project_id, data, " + times + ") VALUES (gen_random_uuid(), '"
                + project + "', " + json + ", now()" + (table.equals("runs") ? ", now()" : "") + ")");
    }

    private static String member(TestDatabase database, int number, String... projects) {
        String id = "00000000-0000-0000-0000-00000000000" + number;
        database.execute("INSERT INTO users (id, email, is_superadmin, is_active) VALUES ('" + id + "', 'user" + number
                + "', false, true)");
        for (String project : projects) {
            database.execute(
                    "INSERT INTO users_projects (user_id, project_id) VALUES ('" + id + "', '" + project + "')");
        }
        return id;
    }

    private static List<String> members(TestDatabase database, String project) {
        return database.column(
                "SELECT user_id FROM users_projects WHERE project_id = '" + project + "' ORDER BY user_id");
    }

    private static List<String> projects(TestDatabase database, String table) {
        return database.column("SELECT project_id FROM " + table + " ORDER BY project_id");
    }
}
