package dev.headway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseServersTest {

    @DatabaseTest
    void everyServerRunsSql(TestDatabase database) {
        database.execute("CREATE TABLE t (id INTEGER)");
        database.execute("INSERT INTO t VALUES (7)");

        assertThat(database.column("SELECT id FROM t")).containsExactly("7");
        assertThat(database.tables()).containsExactly("t");
        database.clear();
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void selectsNamedDatabasesIgnoringCaseAndSpaces() {
        assertThat(names("sqlite, h2")).containsExactly("H2", "SQLite");
        assertThat(names("MySQL")).containsExactly("MySQL");
    }

    @Test
    void selectsAllDatabasesIfNoneIsNamed() {
        assertThat(names("")).contains("H2", "PostgreSQL", "MariaDB", "MySQL", "SQLite");
    }

    @Test
    void refusesUnknownDatabaseAndListsAvailableOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseServers.named("h2,oracle"))
                .withMessage("-Dheadway.test.databases=h2,oracle names an unknown database: oracle."
                        + " Available: h2, postgresql, mariadb, mysql, sqlite");
    }

    private static List<String> names(String list) {
        return DatabaseServers.named(list).stream().map(DatabaseServer::name).toList();
    }
}
