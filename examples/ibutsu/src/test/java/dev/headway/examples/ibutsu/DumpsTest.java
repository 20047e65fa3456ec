package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.Version;
import dev.headway.internal.tooling.diff.SchemaDiff;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.schema.Column;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each step leads to what the same step of Alembic led to, and back. */
class DumpsTest {

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void eachStepMakesWhatAlembicMadeAndTakesItBack(TestDatabase database) throws SQLException {
        List<Schema> dumped = restored(database);
        Migrator migrator = Migrations.on(database.dataSource());

        for (int i = 0; i < dumped.size(); i++) {
            migrator.upgrade("+1");
            assertThat(database.applied()).contains(Dump.ALL.get(i).revision());
            assertThatIsAsIn(dumped, i, database);
        }
        for (int i = dumped.size() - 2; i >= 0; i--) {
            migrator.downgrade("-1");
            assertThatIsAsIn(dumped, i, database);
        }
        migrator.downgrade("base");
        assertThat(database.allTables()).containsExactly("headway_lease", "headway_log", "headway_revision");

        migrator.upgradeToHead();
        assertThatIsAsIn(dumped, dumped.size() - 1, database);
    }

    private static List<Schema> restored(TestDatabase database) throws SQLException {
        List<Schema> restored = new ArrayList<>();
        for (Dump dump : Dump.ALL) {
            restored.add(database.jdbi().withHandle(dump::restored));
        }
        assertThat(restored).extracting(schema -> schema.tables().size()).containsExactly(13, 12, 12, 12, 12, 12);
        return restored;
    }

    private static void assertThatIsAsIn(List<Schema> dumped, int number, TestDatabase database) throws SQLException {
        Schema wanted = dumped.get(number);
        Schema migrated = database.jdbi()
                .withHandle(handle -> withoutHeadways(Databases.detect(handle.getConnection())
                        .read(() -> handle)
                        .read()));
        assertThat(differences(wanted, migrated)).as("%s", Dump.ALL.get(number)).isEmpty();
        assertThat(columns(migrated)).as("%s", Dump.ALL.get(number)).isEqualTo(columns(wanted));
    }

    private static List<Operation> differences(Schema wanted, Schema migrated) {
        return new SchemaDiff(new DetectedDatabase(Databases.of(Database.POSTGRESQL), Version.LATEST), true)
                .between(wanted, migrated)
                .upgrade();
    }

    /** Returns them in their order, which is no difference to a {@link SchemaDiff}. */
    private static Map<String, List<Column>> columns(Schema schema) {
        return schema.tables().stream().collect(Collectors.toMap(Table::name, Table::columns));
    }

    private static Schema withoutHeadways(Schema schema) {
        return new Schema(
                schema.tables().stream()
                        .filter(table -> !table.name().startsWith("headway_"))
                        .toList(),
                schema.sequences(),
                schema.views(),
                schema.enums(),
                schema.others());
    }
}
