package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.UnsupportedChangeException;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;

/** MariaDB numbers the rows by a key alone, and asks for it at once. */
class NumberedRowsTest {

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aKeyThatIsMadeWithItsColumnNumbersTheRows(TestDatabase database) {
        Migrator migrator = database.with(revision("a", op -> {
            op.createTable("t", t -> {
                t.bigint("n").identity();
                t.integer("m");
                t.index("im", "m");
                t.index("inm", "n", "m");
            });
            op.createTable("u", t -> t.bigint("n").identity().references("t", "n"));
            op.createTable("v", t -> t.integer("m"));
            op.addColumn("v", c -> c.bigint("n").identity().references("t", "n"));
        }));

        migrator.upgradeToHead();
        database.execute("INSERT INTO t (m) VALUES (5), (5)");

        assertThat(database.column("SELECT n FROM t ORDER BY n")).containsExactly("1", "2");
        assertThat(database.column("SELECT DISTINCT index_name FROM information_schema.statistics"
                        + " WHERE table_schema = database() AND table_name = 't' ORDER BY 1"))
                .containsExactly("im", "inm");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aTableThatNoKeyNumbersIsRefusedBeforeAnythingRuns(TestDatabase database) {
        Migrator migrator = database.with(revision("a", op -> {
            op.createTable("s", t -> t.bigint("n").primaryKey());
            op.createTable("t", t -> t.bigint("n").identity());
        }));

        assertThatExceptionOfType(UnsupportedChangeException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageContaining("declare primaryKey() or unique() of column 'n' too")
                .withMessageEndingWith(" Nothing was run, and the database is unchanged.");
        assertThat(database.tables()).isEmpty();
    }
}
