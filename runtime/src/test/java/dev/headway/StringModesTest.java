package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.op.Database;
import dev.headway.schema.Table;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.OpenedConnections;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Texts stay what they are, whatever backslashes and quotes mean in the session. */
class StringModesTest {
    private static final String TEXT = "it's C:\\temp\\'\n%\\ \"x\"";

    @DatabaseTest
    void defaultKeepsBackslashesIfMigrationChangesMeaningOfQuotes(TestDatabase database) {
        database.with(revision("a", op -> {
                    op.on(Database.POSTGRESQL, on -> on.execute("SET standard_conforming_strings = off"));
                    op.on(
                            List.of(Database.MARIADB, Database.MYSQL),
                            on -> on.execute("SET sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'"));
                    op.createTable("a", t -> {
                        t.bigint("id");
                        t.varchar("path", 50).defaultsTo(TEXT);
                    });
                    op.execute("INSERT INTO a (id) VALUES (1)");
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT path FROM a")).containsExactly(TEXT);
    }

    @DatabaseTest
    void textsAreWrittenAndReadTheSameInEveryMode(TestDatabase database) throws SQLException {
        for (String mode : modes(database)) {
            database.clear();
            DataSource dataSource = inMode(database, mode);
            Migrations.on(dataSource)
                    .registries(registry(revision("a", op -> {
                        op.createEnum("kinds", "a\\b", "c'd", "e\"f");
                        op.createTable("a", t -> {
                            t.comment(TEXT);
                            t.bigint("id").primaryKey();
                            t.varchar("path", 50).defaultsTo(TEXT).comment(TEXT);
                            t.varchar("other", 50).notNull().defaultsTo("\\");
                            t.enumerated("kind", "kinds", "a\\b", "c'd", "e\"f");
                        });
                        op.insert("a", Map.of("id", 1, "other", TEXT, "kind", "a\\b"));
                        op.execute("INSERT INTO a (id, kind) VALUES (?, 'c''d')", 2);
                        op.commentOnColumn("a", "other", TEXT);
                        op.renameColumn("a", "other", "renamed");
                    })))
                    .upgradeToHead();

            assertThat(database.column("SELECT path FROM a")).as(mode).containsExactly(TEXT, TEXT);
            assertThat(database.column("SELECT renamed FROM a ORDER BY id"))
                    .as(mode)
                    .containsExactly(TEXT, "\\");
            assertThat(database.column("SELECT kind FROM a ORDER BY id"))
                    .as(mode)
                    .containsExactly("a\\b", "c'd");
            if (database.has(Capability.POSTGRES_SYNTAX)) {
                continue; // shows the same expression with other literals in each mode
            }
            assertThat(read(dataSource)).as(mode).isEqualTo(read(database.dataSource()));
        }
    }

    private static List<String> modes(TestDatabase database) {
        return switch (database.kind()) {
            case "PostgreSQL" -> List.of("standard_conforming_strings = off", "backslash_quote = off");
            case "MariaDB", "MySQL" ->
                List.of(
                        "sql_mode=''",
                        "sql_mode='NO_BACKSLASH_ESCAPES'",
                        "sql_mode='ANSI_QUOTES'",
                        "sql_mode='NO_BACKSLASH_ESCAPES,ANSI_QUOTES,STRICT_ALL_TABLES'");
            default -> List.of("");
        };
    }

    /** The driver of MySQL must know the mode, because it writes the arguments into the statement. */
    private static DataSource inMode(TestDatabase database, String mode) throws SQLException {
        return database.kind().equals("PostgreSQL")
                ? OpenedConnections.of(database.dataSource(), connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("SET " + mode);
                    }
                })
                : database.dataSource("sessionVariables=" + mode);
    }

    private static Table read(DataSource dataSource) throws SQLException {
        try (Handle handle = Jdbi.create(dataSource).open()) {
            DetectedDatabase database = Databases.detect(handle.getConnection());
            return database.read(() -> handle).table("a").orElseThrow();
        }
    }
}
