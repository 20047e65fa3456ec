package dev.headway.internal.database.mariadb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Dialect;
import dev.headway.database.Version;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.internal.database.Rendered;
import dev.headway.internal.database.mysql.MySqlDialect;
import dev.headway.op.Directives;
import dev.headway.schema.Identity;
import dev.headway.schema.ReferentialAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What MariaDB and MySQL cannot do, and what is said of it. */
class MariaDbRefusalsTest {
    private static final Dialect MARIADB = new MariaDbDialect(Version.LATEST);

    @Test
    void aColumnThatCouldNotNumberTheRowsIsRefused() {
        String noKey =
                "numbers the rows only in a column that a key begins with: declare primaryKey() or unique() of column"
                        + " 'n' too";
        String two = "numbers the rows in one column of a table, and here are [n, m]: leave identity() to one of them";

        for (Dialect dialect : List.of(MARIADB, new MySqlDialect(Version.LATEST))) {
            assertRefused(dialect, op -> op.createTable("t", t -> t.bigint("n").identity()), noKey);
            assertRefused(
                    dialect,
                    op -> op.createTable("t", t -> {
                        t.bigint("n").identity();
                        t.integer("m").unique();
                        t.primaryKey("m", "n");
                        t.index("ix", "m", "n");
                    }),
                    noKey);
            assertRefused(dialect, op -> op.addColumn("t", c -> c.bigint("n").identity()), noKey);
            assertRefused(
                    dialect,
                    op -> op.alterTable("t", t -> {
                        t.addColumn(c -> c.bigint("n").identity());
                        t.addUnique("uq", "m", "n");
                    }),
                    noKey);
            assertRefused(
                    dialect,
                    op -> op.createTable("t", t -> {
                        t.bigint("n").identity().primaryKey();
                        t.bigint("m").identity().unique();
                    }),
                    two);
            assertRefused(
                    dialect,
                    op -> op.alterTable("t", t -> {
                        t.addColumn(c -> c.bigint("n").identity().primaryKey());
                        t.addColumn(c -> c.bigint("m").identity().unique());
                    }),
                    two);
        }
    }

    @Test
    void whatThereIsNotIsRefused() {
        String notDeferrable = "checks constraints with each statement: they cannot be deferrable";
        String noSetDefault = "has no foreign keys that set defaults: take SET_NULL, or a trigger";

        assertRefused(MARIADB, op -> op.addUnique("uq", "t", "a").deferrable(), notDeferrable);
        assertRefused(
                MARIADB,
                op -> op.addForeignKey("fk", "t", "a").references("u", "b").initiallyDeferred(),
                notDeferrable);
        assertRefused(
                MARIADB,
                op -> op.addForeignKey("fk", "t", "a").references("u", "b").onDelete(ReferentialAction.SET_DEFAULT),
                noSetDefault);
        assertRefused(
                MARIADB,
                op -> op.createTable(
                        "t",
                        t -> t.integer("a").references("u", "b", key -> key.onUpdate(ReferentialAction.SET_DEFAULT))),
                noSetDefault);
        assertRefused(
                MARIADB,
                op -> op.addUnique("uq", "t", "a").nullsNotDistinct(),
                "takes nulls for distinct in unique constraints and indexes");
        assertRefused(MARIADB, op -> op.addExclusion("ex", "t").with("a", "="), "has no exclusion constraints");
        assertRefused(
                MARIADB,
                op -> op.createIndex("ix", "t", "a").nullsFirst(),
                "takes nulls for the smallest values of an index");
        assertRefused(
                MARIADB,
                op -> op.createIndex("ix", "t", "a").include("b"),
                "has no indexes that include other columns");
        assertRefused(MARIADB, op -> op.createIndex("ix", "t", "a").where("b"), "has no indexes on some of the rows");
        assertRefused(MARIADB, op -> op.createIndex("ix", "t").column("a", "x_ops"), "has no operator classes");
        assertRefused(
                MARIADB,
                op -> op.createIndex("ix", "t").expression("lower(a)"),
                "has no indexes on expressions: add a generated column, and index that");
        assertRefused(
                MARIADB,
                op -> op.createTable(
                        "t",
                        t -> t.bigint("a").identity(new Identity(false, 1, 10)).primaryKey()),
                "numbers rows one by one");
        assertRefused(
                MARIADB,
                op -> op.addColumn("t", c -> c.integer("a").generatedAs("b + 1").notNull()),
                "has no generated columns that refuse null: use check(\"… IS NOT NULL\") instead");
        assertRefused(
                MARIADB,
                op -> op.alterColumn("t", "a").integer().using("a + 1"),
                "converts values by itself, without USING");
        assertRefused(
                MARIADB,
                op -> op.addEnumValue("mood", "glad"),
                "has no enums that are types of their own: their values stand with each column");
        assertRefused(MARIADB, op -> op.createExtension("citext"), "has no extensions");
        assertRefused(MARIADB, op -> op.dropExtension("citext"), "has no extensions");
    }

    @Test
    void aRefusalNamesAnotherWayWhereThereIsOne() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> Rendered.sql(MARIADB, op -> op.dropIndex("ix")))
                .withMessage("MariaDB identifies indexes by their table: write dropIndex(\"ix\", \"table\").");
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> Rendered.sql(MARIADB, op -> op.createTable("t", t -> t.interval("a"))))
                .withMessage("MariaDB has no intervals. Use a bigint of milliseconds.");
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() ->
                        Rendered.sql(MARIADB, op -> op.createTable("t", t -> t.array("a", of -> of.integer()))))
                .withMessage("MariaDB has no arrays. Use json or a table of its own, or put it inside"
                        + " on(Database.…) for databases that have them.");
    }

    private static void assertRefused(Dialect dialect, Directives directives, String reason) {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> Rendered.sql(dialect, directives))
                .withMessage(dialect.name() + " " + reason
                        + ". Put it inside on(Database.…) for the databases that support it, or write what "
                        + dialect.name()
                        + " needs by execute(…).");
    }
}
