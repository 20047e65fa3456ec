package dev.headway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the SQL of H2 is another than PostgreSQL's. */
class H2DialectTest {
    private static final Dialect H2 = new H2Dialect();

    @Test
    void everyTypeHasItsName() throws Exception {
        assertThat(Rendered.sql(H2, Rendered.ALL_TYPES)).containsExactly("""
                CREATE TABLE t (
                  a boolean,
                  b smallint,
                  c integer,
                  d bigint,
                  e decimal(9, 2),
                  f real,
                  g double precision,
                  h varchar(20),
                  i char(2),
                  j character large object,
                  k date,
                  l time,
                  m timestamp,
                  n timestamp with time zone,
                  o uuid,
                  p json,
                  q binary large object,
                  r Citext COLLATE "C"
                )""");
    }

    @Test
    void anIndexIsNeverMadeConcurrently() throws Exception {
        assertThat(Rendered.statements(H2, op -> {
                    op.createIndex("ix", "t", "a").concurrently();
                    op.createIndex("ux", "t", "a").concurrently().unique();
                    op.dropIndex("ix").concurrently();
                }))
                .containsExactly(
                        new SqlStatement("CREATE INDEX ix ON t (a)", List.of(), true),
                        new SqlStatement("CREATE UNIQUE INDEX ux ON t (a)", List.of(), true),
                        new SqlStatement("DROP INDEX ix", List.of(), true));
    }

    @Test
    void aDefaultOfAJsonColumnIsADocument() throws Exception {
        assertThat(Rendered.sql(H2, op -> {
                    op.addColumn("t", c -> c.json("a").defaultsTo("{\"it\": \"'s\"}"));
                    op.addColumn("t", c -> c.text("b").defaultsTo("{}"));
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN a json DEFAULT JSON '{\"it\": \"''s\"}'",
                        "ALTER TABLE t ADD COLUMN b character large object DEFAULT '{}'");
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

    @Test
    void ddlIsNotTransactional() {
        assertThat(H2.name()).isEqualTo("H2");
        assertThat(H2.transactionalDdl()).isFalse();
    }

    @Test
    void theLockIsARow() {
        assertThat(H2.prepareLock()).containsExactly("CREATE TABLE IF NOT EXISTS headway_lock AS SELECT 1 AS id");
        assertThat(H2.tryLock()).isEqualTo("SELECT id FROM headway_lock FOR UPDATE SKIP LOCKED");
        assertThat(H2.keepLock()).isEmpty();
    }
}
