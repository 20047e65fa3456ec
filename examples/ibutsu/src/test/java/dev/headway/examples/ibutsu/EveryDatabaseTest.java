package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Snapshot;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;

/** What is for PostgreSQL alone is not there for the others; all the rest is, and rows keep. */
class EveryDatabaseTest {
    private static final String OLD = "00000000-0000-0000-0000-00000000001d";

    @DatabaseTest
    void theHistoryLeadsUpAndDownAndUpAgain(TestDatabase database) throws SQLException {
        Migrator migrator = Migrations.on(database.dataSource());

        migrator.upgrade("fc3df1d9ee4e");
        database.execute("INSERT INTO imports (id) VALUES ('" + OLD + "')");
        database.execute("INSERT INTO import_files (id, import_id) VALUES ('" + OLD + "', '" + OLD + "')");
        migrator.upgradeToHead();
        database.execute("INSERT INTO imports (id) VALUES ('00000000-0000-0000-0000-0000000000aa')");
        assertThat(database.column("SELECT created FROM imports")).hasSize(2).doesNotContainNull();
        assertThat(database.column("SELECT id FROM import_files")).hasSize(1);
        deleteAnImport(database);
        assertThat(database.column("SELECT id FROM import_files")).isEmpty();

        Snapshot head = Snapshot.of(database);
        assertThat(database.tables())
                .containsExactly(
                        "artifacts",
                        "dashboards",
                        "groups",
                        "import_files",
                        "imports",
                        "projects",
                        "results",
                        "runs",
                        "tokens",
                        "users",
                        "users_projects",
                        "widget_configs");
        migrator.downgrade("cacecc4f1237");
        assertThat(database.tables()).contains("meta");
        migrator.downgrade("base");
        assertThat(database.tables()).isEmpty();

        migrator.upgradeToHead();
        assertThat(Snapshot.of(database)).isEqualTo(head);
        assertThat(database.applied()).hasSize(6);
    }

    private static void deleteAnImport(TestDatabase database) {
        database.jdbi().useHandle(handle -> {
            if (database.kind().equals("SQLite")) {
                handle.execute("PRAGMA foreign_keys = ON");
            }
            handle.execute("DELETE FROM imports WHERE id = '" + OLD + "'");
        });
    }
}
