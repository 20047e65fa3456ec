package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.ConfigurationException;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Trait;
import java.util.List;
import java.util.Map;

/** The schema that the settings say, whatever its name is. */
class WorkingSchemaTest {
    private static final TestRevision[] HISTORY = {table("a"), table("b").after("a")};
    private static final List<String> NAMES = List.of(
            "side way",
            "Größe",
            "100%_sure",
            "it's",
            "we\"ird",
            "a`tick",
            "x\"; DROP TABLE precious; --",
            "x`; DROP TABLE precious; --",
            "x'); DROP TABLE precious; --");

    @DatabaseTest(Trait.SCHEMAS)
    void allIsDoneThereAndNothingElsewhere(TestDatabase database) {
        database.execute("CREATE TABLE precious (id int)");
        for (String name : NAMES) {
            database.execute("CREATE SCHEMA " + database.quoted(name));
            Migrator migrator = configured(database, name).registries(registry(HISTORY));

            assertThat(ids(migrator.upgradeToHead())).as(name).containsExactly("a", "b");
            assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
            assertThat(migrator.check().isUpToDate()).isTrue();
            assertThat(database.column("SELECT revision FROM " + database.quoted(name) + ".headway_revision"))
                    .hasSize(2);
            migrator.downgrade("base");
            assertThat(migrator.log()).hasSize(4);
        }
        assertThat(database.allTables()).containsExactly("precious");
    }

    @DatabaseTest(Trait.SCHEMAS)
    void aFleetWorksInThem(TestDatabase database) {
        database.execute("CREATE TABLE precious (id int)");
        NAMES.forEach(name -> database.execute("CREATE SCHEMA " + database.quoted(name)));
        assertThat(Migrations.fleet(database.dataSource(), NAMES)
                        .registries(registry(HISTORY))
                        .upgradeToHead()
                        .failed())
                .isEmpty();
        assertThat(database.allTables()).containsExactly("precious");
    }

    @DatabaseTest(Trait.SCHEMAS)
    void aSchemaThatIsNotThereIsTold(TestDatabase database) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(configured(database, "no\"such").registries(registry(HISTORY))::upgradeToHead)
                .withMessageStartingWith("The schema 'no\"such' does not exist, or this user may not use it")
                .withMessageEndingWith(
                        ". Nothing was run. Create the schema, grant its use, or fix headway.schema, which must be"
                                + " the name as the database stores it.");
    }

    @DatabaseTest
    void sqliteHasNone(TestDatabase database) {
        if (database.kind().equals("SQLite")) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(configured(database, "side").registries(registry(HISTORY))::upgradeToHead)
                    .withMessage("SQLite has no schemas, so the schema 'side' cannot be worked in, and nothing was run."
                            + " Leave headway.schema out.");
        }
    }

    private static Migrator configured(TestDatabase database, String schema) {
        return Configuration.ofThisProcess()
                .with(Map.of(
                        "url", database.url(),
                        "user", database.user(),
                        "password", database.password(),
                        "schema", schema))
                .migrator();
    }
}
