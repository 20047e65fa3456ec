package dev.headway.internal.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.internal.database.Rendered;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the SQL of H2 is another than PostgreSQL's. */
class H2DialectTest {
    private static final Dialect H2 = new H2Dialect();

    @Test
    void someTypesHaveOtherNames() throws Exception {
        assertThat(Rendered.sql(
                        H2,
                        op -> op.createTable("t", t -> {
                            t.text("a");
                            t.timestamptz("b");
                            t.interval("c");
                            t.json("d");
                            t.binary("e");
                            t.enumerated("f", "mood", "sad", "it's");
                            t.array("g", of -> of.array(deep -> deep.integer()));
                        })))
                .containsExactly("""
                        CREATE TABLE t (
                          a character varying,
                          b timestamp with time zone,
                          c interval day(18) to second(9),
                          d json,
                          e binary large object,
                          f varchar(4) CHECK (f IN ('sad', 'it''s')),
                          g integer array array
                        )""");
    }

    @Test
    void aColumnIsComputedInOneWay() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.addColumn("t", c -> c.integer("a").generatedAs("b + 1"));
                    op.addColumn("t", c -> c.integer("a").generatedWhenReadAs("b + 1"));
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN a integer GENERATED ALWAYS AS (b + 1)",
                        "ALTER TABLE t ADD COLUMN a integer GENERATED ALWAYS AS (b + 1)");
    }

    @Test
    void changesAreMadeOneByOne() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.addColumn("t", c -> c.integer("a").unique("uq"));
                    op.alterColumn("t", "a").bigint().using("a + 1").notNull();
                    op.alterTable("t", t -> {
                        t.dropColumn("b");
                        t.dropConstraint("uq").ifExists();
                    });
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN a integer",
                        "ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a)",
                        "ALTER TABLE t ALTER COLUMN a SET DATA TYPE bigint USING a + 1",
                        "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
                        "ALTER TABLE t DROP COLUMN b",
                        "ALTER TABLE t DROP CONSTRAINT IF EXISTS uq");
    }

    @Test
    void constraintsAreCheckedWhenTheyAreAdded() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.addCheck("ck", "t", "a > 0").notValid();
                    op.addForeignKey("fk", "t", "a").references("u", "b").notValid();
                    op.validateConstraint("ck", "t");
                    op.alterTable("t", t -> t.validateConstraint("fk"));
                }))
                .containsExactly(
                        "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)",
                        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (b)");
    }

    @Test
    void oneNullMayBeTakenForAnother() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.addUnique("uq", "t", "a").nullsNotDistinct();
                    op.createIndex("ux", "t", "a").unique().nullsNotDistinct();
                }))
                .containsExactly(
                        "ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (a)",
                        "CREATE UNIQUE NULLS NOT DISTINCT INDEX ux ON t (a)");
    }

    @Test
    void anIndexIsNeverMadeConcurrently() throws Exception {
        assertThat(Rendered.statements(H2, op -> {
                    op.createIndex("ix", "t", "a")
                            .concurrently()
                            .descending("b")
                            .nullsFirst();
                    op.createIndex("ux", "t", "a").concurrently().unique();
                    op.dropIndex("ix").concurrently();
                }))
                .containsExactly(
                        SqlStatement.of("CREATE INDEX ix ON t (a, b DESC NULLS FIRST)"),
                        SqlStatement.of("CREATE UNIQUE INDEX ux ON t (a)"),
                        SqlStatement.of("DROP INDEX ix"));
    }

    @Test
    void enumsStandWithTheirColumns() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.createEnum("mood", "sad");
                    op.dropEnum("mood", "sad");
                }))
                .isEmpty();
    }

    @Test
    void whatThereIsNotIsRefused() {
        assertRefused(op -> op.addColumn("t", c -> c.text("a").collate("C")), "has one collation for a whole database");
        assertRefused(
                op -> op.addUnique("uq", "t", "a").deferrable(),
                "checks constraints with each statement: they cannot be deferrable");
        assertRefused(
                op -> op.addForeignKey("fk", "t", "a").references("u", "b").initiallyDeferred(),
                "checks constraints with each statement: they cannot be deferrable");
        assertRefused(op -> op.addExclusion("ex", "t").with("a", "="), "has no exclusion constraints");
        assertRefused(
                op -> op.createIndex("ix", "t", "a").using("gin"), "has one kind of index, so omit using(\"gin\")");
        assertRefused(op -> op.createIndex("ix", "t", "a").include("b"), "has no indexes that include other columns");
        assertRefused(op -> op.createIndex("ix", "t", "a").where("b"), "has no indexes on some of the rows");
        assertRefused(op -> op.createIndex("ix", "t").column("a", "x_ops"), "has no operator classes");
        assertRefused(
                op -> op.createIndex("ix", "t").expression("lower(a)"),
                "has no indexes on expressions: add a generated column, and index that");
        assertRefused(op -> op.createExtension("citext"), "has no extensions");
        assertRefused(op -> op.dropExtension("citext"), "has no extensions");
        assertRefused(
                op -> op.addEnumValue("mood", "glad"),
                "has no enums that are types of their own: their values stand with each column");
        assertRefused(
                op -> op.alterColumn("t", "a").enumerated("mood", "sad"),
                "has no enums, and the check of the values would have to change too");
    }

    @Test
    void aDefaultIsOfTheTypeThatIsKnown() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.alterColumn("t", "a").defaultsTo("{}");
                    op.alterColumn("t", "a").defaultsTo("{}").from(c -> c.json());
                    op.addColumn("t", c -> c.binary("b").defaultsTo(new byte[] {-54, -2}));
                }))
                .containsExactly(
                        "ALTER TABLE t ALTER COLUMN a SET DEFAULT '{}'",
                        "ALTER TABLE t ALTER COLUMN a SET DEFAULT JSON '{}'",
                        "ALTER TABLE t ADD COLUMN b binary large object DEFAULT X'cafe'");
    }

    @Test
    void limitsAreForTheSession() throws Exception {
        assertThat(Rendered.statements(H2, op -> {
                    op.lockTimeout(Duration.ofSeconds(5));
                    op.statementTimeout(Duration.ofMinutes(1));
                }))
                .containsExactly(
                        new SqlStatement("SET LOCK_TIMEOUT 5000", List.of(), true, true),
                        new SqlStatement("SET QUERY_TIMEOUT 60000", List.of(), true, true));
        assertThat(H2.resetTimeouts()).containsExactly("SET LOCK_TIMEOUT 2000", "SET QUERY_TIMEOUT 0");
    }

    @Test
    void ddlIsNotTransactional() {
        assertThat(H2.name()).isEqualTo("H2");
        assertThat(H2.database()).isEqualTo(Database.H2);
        assertThat(H2.transactionalDdl()).isFalse();
    }

    @Test
    void aDefaultOfAJsonColumnIsADocument() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.addColumn("t", c -> c.json("a").defaultsTo("{\"it\": \"'s\"}"));
                    op.addColumn("t", c -> c.text("b").defaultsTo("{}"));
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN a json DEFAULT JSON '{\"it\": \"''s\"}'",
                        "ALTER TABLE t ADD COLUMN b character varying DEFAULT '{}'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "name", "type", "asc", "analyse"})
    void aNameThatReadsBackAsItIsWrittenIsNotQuoted(String name) {
        assertThat(H2.quote(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "value", "key", "year", "day", "_rowid_", "ACCOUNT", "my table", "größe"})
    void anyOtherNameIsQuoted(String name) {
        assertThat(H2.quote(name)).isEqualTo("\"" + name + "\"");
    }

    private static void assertRefused(Directives directives, String reason) {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> Rendered.sql(H2, directives))
                .withMessage("H2 " + reason
                        + ". Put it inside on(Database.…) for the databases that support it, or write what H2 needs by"
                        + " execute(…).");
    }
}
