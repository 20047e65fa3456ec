package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.error.ConfigurationException;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;

class DefaultEngineTest {

    @DatabaseTest
    void createsOwnTablesWithTransactionsIfDefaultEngineHasNone(TestDatabase database) throws SQLException {
        if (!hasEngines(database)) {
            return;
        }
        Migrations.on(Jdbi.create(() -> withMyIsam(database)))
                .registries(registry(revision("a", op -> op.createTable("a", t -> t.bigint("id")))))
                .upgradeToHead();

        assertThat(database.column("SELECT concat(table_name, ' ', engine) FROM information_schema.tables"
                        + " WHERE table_schema = database() ORDER BY table_name"))
                .contains("a MyISAM", "headway_log InnoDB", "headway_revision InnoDB")
                .doesNotContain("headway_lease MyISAM");
    }

    @DatabaseTest
    void refusesOwnTablesWithoutTransactions(TestDatabase database) throws SQLException {
        if (!hasEngines(database)) {
            return;
        }
        database.with(table("a")).upgradeToHead();
        database.execute("ALTER TABLE headway_log ENGINE = MyISAM");
        Migrator next = database.with(table("a"), table("b").after("a"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(next::upgradeToHead)
                .withMessage(
                        "Headway's tables need an engine with transactions, but headway_log uses MyISAM. Nothing was run."
                                + " Run ALTER TABLE headway_log ENGINE = InnoDB, and run again.");
        database.execute("ALTER TABLE headway_log ENGINE = InnoDB");
        next.upgradeToHead();

        assertThat(database.applied()).containsExactly("a", "b");
    }

    private static boolean hasEngines(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Databases.detect(connection).dialect().transactionalEngine().isPresent();
        }
    }

    private static Connection withMyIsam(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET default_storage_engine = MyISAM");
        }
        return connection;
    }
}
