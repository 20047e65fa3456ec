package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.dialect.Dialects;
import dev.headway.diff.SchemaDiff;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.schema.Column;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.Trait;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each step leads to what the same step of Alembic led to, and back. */
class DumpsTest {

    @DatabaseTest(Trait.POSTGRES_SYNTAX)
    void eachStepMakesWhatAlembicMadeAndTakesItBack(TestDatabase database) throws SQLException {
        Migrator migrator = Migrations.on(database.dataSource());

        for (Dump dump : Dump.ALL) {
            migrator.upgrade("+1");
            assertThat(database.applied()).contains(dump.revision());
            assertThatIsAsIn(dump, database);
        }
        for (int i = Dump.ALL.size() - 1; i > 0; i--) {
            migrator.downgrade("-1");
            assertThatIsAsIn(Dump.ALL.get(i - 1), database);
        }
        migrator.downgrade("base");
        assertThat(database.allTables()).containsExactly("headway_log", "headway_revision");

        migrator.upgradeToHead();
        assertThatIsAsIn(Dump.ALL.get(5), database);
    }

    private static void assertThatIsAsIn(Dump dump, TestDatabase database) throws SQLException {
        database.jdbi().useHandle(handle -> {
            Schema wanted = dump.restored(handle);
            Schema migrated = withoutHeadways(
                    Dialects.of(handle.getConnection()).live(handle).read());
            assertThat(wanted.tables()).as("%s", dump).hasSizeGreaterThan(11);
            assertThat(differences(wanted, migrated)).as("%s", dump).isEmpty();
            assertThat(columns(migrated)).as("%s", dump).isEqualTo(columns(wanted));
        });
    }

    private static List<Operation> differences(Schema wanted, Schema migrated) {
        return new SchemaDiff(Database.POSTGRESQL, true)
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
                schema.enums());
    }
}
