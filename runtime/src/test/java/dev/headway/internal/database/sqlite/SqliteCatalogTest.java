package dev.headway.internal.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.Deferral;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Table;
import dev.headway.testing.RequiresDatabase;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

@RequiresDatabase("SQLite")
class SqliteCatalogTest {
    private final Handle handle = Jdbi.open(new SQLiteDataSource());
    private final SqliteCatalog catalog = new SqliteCatalog(() -> handle);

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void aTableIsReadAsItWasDeclared() {
        handle.execute("CREATE TABLE parent (code text PRIMARY KEY)");
        handle.execute("""
                CREATE TABLE "Child" (
                  id INTEGER PRIMARY KEY AUTOINCREMENT,
                  name varchar(20) NOT NULL DEFAULT 'a, (b' COLLATE NOCASE CONSTRAINT uq UNIQUE,
                  half decimal(5, 2) DEFAULT (1 / 2.0),
                  twice int GENERATED ALWAYS AS (half * 2) STORED CHECK (twice > 0),
                  untyped,
                  date date DEFAULT -1,
                  code text REFERENCES parent,
                  CONSTRAINT fk FOREIGN KEY (code) REFERENCES parent (code)
                    ON UPDATE SET NULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                  CONSTRAINT ck CHECK (name <> 'it''s (')
                )""");
        handle.execute("CREATE UNIQUE INDEX ix ON child (lower(name), [date] DESC) WHERE date > 0");

        Table table = catalog.table("child").orElseThrow();

        assertThat(table.columns())
                .containsExactly(
                        new Column("id", new Native("INTEGER"), false, null, Identity.BY_DEFAULT, null, null, null),
                        new Column(
                                "name",
                                new Native("varchar(20)"),
                                false,
                                new Expression("'a, (b'"),
                                null,
                                null,
                                "NOCASE",
                                null),
                        new Column(
                                "half",
                                new Native("decimal(5, 2)"),
                                true,
                                new Expression("1 / 2.0"),
                                null,
                                null,
                                null,
                                null),
                        new Column(
                                "twice",
                                new Native("int"),
                                true,
                                null,
                                null,
                                new Generated("half * 2", true),
                                null,
                                null),
                        Column.of("untyped", new Native("")),
                        new Column("date", new Native("date"), true, new Expression("-1"), null, null, null, null),
                        Column.of("code", new Native("text")));
        assertThat(table.constraints())
                .containsExactlyInAnyOrder(
                        new PrimaryKey(null, List.of("id")),
                        new Unique("uq", List.of("name")),
                        new Check(null, "twice > 0", true),
                        new ForeignKey(null, List.of("code"), "parent", List.of("code")),
                        new ForeignKey(
                                "fk",
                                List.of("code"),
                                "parent",
                                List.of("code"),
                                ReferentialAction.CASCADE,
                                ReferentialAction.SET_NULL,
                                Deferral.INITIALLY_DEFERRED,
                                true),
                        new Check("ck", "name <> 'it''s ('", true));
        assertThat(table.indexes())
                .containsExactly(new Index(
                        "ix",
                        "child",
                        List.of(Index.Key.expression("lower(name)"), new Index.Key("date", false, null, true, null)),
                        true,
                        null,
                        List.of(),
                        "date > 0",
                        false));
    }

    @Test
    void tablesAreListedWithoutSqlitesOwn() {
        handle.execute("CREATE TABLE b (id integer PRIMARY KEY AUTOINCREMENT)");
        handle.execute("CREATE TABLE \"a.b\" (id)");
        handle.execute("CREATE VIEW v AS SELECT 1");

        assertThat(catalog.tables()).containsExactly("\"a.b\"", "b");
        assertThat(catalog.hasTable("v")).isFalse();
        assertThat(catalog.hasColumn("\"a.b\"", "id")).isTrue();
    }

    @Test
    void aTableMayBeInAnAttachedDatabase() {
        handle.execute("ATTACH ':memory:' AS side");
        handle.execute("CREATE TABLE side.t (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID");

        assertThat(catalog.hasTable("t")).isFalse();
        Table table = catalog.table("side.t").orElseThrow();
        assertThat(table.columns()).noneMatch(Column::nullable);
        assertThat(table.primaryKey().map(Constraint::columns)).contains(List.of("a", "b"));
    }
}
