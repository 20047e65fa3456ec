package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code MODIFY} takes from a column what it does not say again: so Headway says again what was not to change. */
class WholeColumnsTest {
    private static final TestRevision GIVEN = revision("given", op -> {
        op.createTable("t", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("name", 20).notNull().defaultsTo("it's \\ me").comment("what it is called");
        });
        op.execute("ALTER TABLE t ADD changed timestamp(6) NOT NULL DEFAULT current_timestamp(6)"
                + " ON UPDATE current_timestamp(6)");
        op.execute("ALTER TABLE t ADD size int NOT NULL DEFAULT 1 CHECK (size > 0)");
        op.execute("ALTER TABLE t ADD code varchar(9) CHARACTER SET latin1 COLLATE latin1_bin");
    });

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aTypeChangesAlone(TestDatabase database) {
        Column before = column(database, "name", op -> {});
        Column after =
                column(database, "name", op -> op.alterColumn("t", "name").varchar(40));

        assertThat(after).isEqualTo(with(before, new ColumnType.Native("varchar(40)")));
        assertThat(after.comment()).isEqualTo("what it is called");
        database.execute("INSERT INTO t () VALUES ()");
        assertThat(database.column("SELECT name FROM t")).containsExactly("it's \\ me");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aNumberedColumnStaysNumbered(TestDatabase database) {
        Column after = column(database, "id", op -> op.alterColumn("t", "id").type("bigint unsigned"));

        assertThat(after.identity()).isNotNull();
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void whatAnUpdateWritesStays(TestDatabase database) {
        Column before = column(database, "changed", op -> {});

        assertThat(column(
                                database,
                                "changed",
                                op -> op.alterColumn("t", "changed").nullable())
                        .defaultValue())
                .isEqualTo(before.defaultValue());
    }

    @DatabaseTest({Capability.WHOLE_COLUMNS, Capability.CHECKS})
    void theCheckOfAColumnStays(TestDatabase database) {
        column(database, "size", op -> op.alterColumn("t", "size").bigint());

        assertThat(table(database).constraint("size")).isPresent();
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aCollationStays(TestDatabase database) {
        assertThat(column(database, "code", op -> op.alterColumn("t", "code").notNull())
                        .collation())
                .isEqualTo("latin1_bin");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aCommentChangesAlone(TestDatabase database) {
        Column before = column(database, "name", op -> {});

        assertThat(column(database, "name", op -> op.commentOnColumn("t", "name", "its name")))
                .isEqualTo(before.commented("its name"));
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aDefaultChangesAlone(TestDatabase database) {
        column(database, "size", op -> op.alterColumn("t", "size").defaultsTo(7));

        database.execute("INSERT INTO t () VALUES ()");
        assertThat(database.column("SELECT size FROM t")).containsExactly("7");
        assertThat(table(database).constraint("size").isPresent()).isEqualTo(database.has(Capability.CHECKS));
    }

    /** The definition of a text looks the same whether an insert has to give a value or not. */
    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aColumnThatMayBeNullNeedsNoValueWithoutADefault(TestDatabase database) {
        database.with(
                        revision(
                                "a",
                                op -> op.createTable("t", t -> {
                                    t.integer("id").primaryKey();
                                    t.varchar("a", 9).defaultsTo("x");
                                    t.text("b").defaultsTo("x");
                                    t.json("c").defaultsTo("{}");
                                })),
                        revision("b", op -> {
                                    op.alterColumn("t", "a").noDefault();
                                    op.alterColumn("t", "b").noDefault();
                                    op.alterTable("t", t -> t.alterColumn("c").noDefault());
                                    op.insert("t", Map.of("id", 1));
                                })
                                .after("a"))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM t WHERE a IS NULL AND b IS NULL AND c IS NULL"))
                .containsExactly("1");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void aChangeOfAColumnThatIsGoneByNowIsPassedOverWhenTheStepIsGoneOnWith(TestDatabase database) {
        Directives done = op -> {
            op.alterColumn("t", "name").varchar(40);
            op.dropColumn("t", "name");
        };
        Migrator failing = database.with(
                GIVEN,
                revision("b", op -> {
                            done.applyTo(op);
                            op.execute("INSERT INTO missing VALUES (1)");
                        })
                        .after("given"));
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(failing::upgradeToHead);

        Migrator mended = database.with(
                GIVEN,
                revision("b", op -> {
                            done.applyTo(op);
                            op.execute("INSERT INTO t () VALUES ()");
                        })
                        .after("given"));

        assertThat(ids(mended.upgradeToHead())).containsExactly("b");
        assertThat(database.column("SELECT count(*) FROM t")).containsExactly("1");
    }

    private static Column column(TestDatabase database, String name, Directives change) {
        List<Column> read = new ArrayList<>();
        database.with(GIVEN).upgradeToHead();
        Migrator migrator = database.with(
                GIVEN,
                revision("change", op -> {
                            change.applyTo(op);
                            read.addAll(op.inspect().table("t").orElseThrow().column(name).stream()
                                    .toList());
                        })
                        .after("given")
                        .downgrade(op -> {}));
        migrator.upgradeToHead();
        migrator.downgrade("given");
        return read.get(0);
    }

    private static dev.headway.schema.Table table(TestDatabase database) {
        List<dev.headway.schema.Table> read = new ArrayList<>();
        database.with(
                        GIVEN,
                        revision("look", op -> read.addAll(op.inspect().all())).after("given"))
                .upgradeToHead();
        return read.stream()
                .filter(table -> table.name().equals("t"))
                .findFirst()
                .orElseThrow();
    }

    private static Column with(Column column, ColumnType type) {
        return new Column(
                column.name(),
                type,
                column.nullable(),
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation(),
                column.comment());
    }
}
