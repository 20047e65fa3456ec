package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;

class DefaultEngineTest {

    @DatabaseTest
    void createsOwnTablesWithTransactionsIfDefaultEngineHasNone(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            if (Databases.detect(connection).dialect().transactionalEngine().isEmpty()) {
                return;
            }
        }
        Migrations.on(Jdbi.create(() -> withMyIsam(database)))
                .registries(registry(revision("a", op -> op.createTable("a", t -> t.bigint("id")))))
                .upgradeToHead();

        assertThat(database.column("SELECT concat(table_name, ' ', engine) FROM information_schema.tables"
                        + " WHERE table_schema = database() ORDER BY table_name"))
                .contains("a MyISAM", "headway_log InnoDB", "headway_revision InnoDB")
                .doesNotContain("headway_lease MyISAM");
    }

    private static Connection withMyIsam(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET default_storage_engine = MyISAM");
        }
        return connection;
    }
}
