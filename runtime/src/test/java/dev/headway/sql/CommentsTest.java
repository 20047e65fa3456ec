package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/** What the database executes must not be a comment for Headway, or it could not refuse it. */
class CommentsTest {
    private static final List<String> BETWEEN = List.of(
            "-- a\n",
            "-- a\r",
            "-- a\r\n",
            "--\t",
            "--\u000b",
            "--\f",
            "--\u00a0",
            "--\u2028",
            "-- a\u2028",
            "-- a\u0085",
            "--a\n",
            "--\n",
            "--\r",
            "# a\n",
            "#\r",
            "// a\n",
            "// a\r",
            "/* a */",
            "/* /* a */",
            "/* /* */",
            "/*/ */",
            "/**/",
            "/*+ a */",
            "/* ' */",
            "/* -- */",
            "-- /*\n",
            "/*! */",
            "/*!00000 */",
            "/*M! */",
            "/*! , (3) */",
            "/*M! , (3) */",
            "/* ! , (3) */",
            "/*!99999 , (3) */",
            "/*!50000, (3) */",
            "$$ a $$",
            "\u00a0",
            "\u3000",
            "\ufeff");

    @DatabaseTest
    void readsCommentsAsTheDatabase(TestDatabase database) throws SQLException {
        SqlSyntax syntax;
        try (Connection connection = database.dataSource().getConnection()) {
            syntax = Databases.detect(connection).dialect().syntax();
        }
        for (String between : BETWEEN) {
            database.execute("CREATE TABLE comments (id INTEGER)");
            String sql = "INSERT INTO comments VALUES (1) " + between + ", (2)";
            try (Connection connection = database.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
                String read = String.join(" ", SqlText.of(sql, syntax).words());
                for (String id : database.column("SELECT id FROM comments")) {
                    assertThat(read).as(sql).containsAnyOf("( " + id + " )", "(" + id + ") */");
                }
            } catch (SQLException | JdbiException refused) {
                // The database does not execute it.
            }
            database.execute("DROP TABLE comments");
        }
    }
}
