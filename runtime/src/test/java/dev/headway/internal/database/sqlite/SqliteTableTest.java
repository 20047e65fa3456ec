package dev.headway.internal.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a)",
                "CREATE TABLE t (a, b UNSIGNED BIG INT, c decimal(5, 2) NOT NULL ON CONFLICT ABORT)",
                "CREATE TABLE t (a DEFAULT -1.5e-3, b DEFAULT .5, c DEFAULT x'00,', d DEFAULT 0x1F, e DEFAULT \")\")",
                "CREATE TABLE t (a int -- first, (\n, b int /* ) */ -- last\n)",
                "CREATE TABLE t ([a,] int, `b)` int, \"c\"\"(\" int, 'd' int)",
                "CREATE TABLE t (a PRIMARY KEY DESC ON CONFLICT FAIL, b CONSTRAINT n NULL)",
                "CREATE TABLE t (id integer, PRIMARY KEY (id AUTOINCREMENT), CHECK (id > 0) CHECK (id < 9))",
                "CREATE TABLE t (a REFERENCES p ON DELETE NO ACTION MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE NOT NULL)",
                "CREATE TABLE t (a AS (1 + (2)) UNIQUE, b int generated always as (a) stored)",
                "CREATE TABLE t (größe int, 名前 text) STRICT, WITHOUT ROWID"
            })
    void whatIsNotChangedStaysAsItWasWritten(String sql) {
        assertThat(SqliteTable.of("t", sql).createAs("t")).isEqualTo(sql);
    }

    @Test
    void changesStandBeforeComments() {
        SqliteTable table = SqliteTable.of("t", "CREATE TABLE t (\n  a int, -- first\n  b int -- last\n)")
                .withNullable("b", false)
                .withConstraint("UNIQUE (a)")
                .withColumn("c int");

        assertThat(table.createAs("t"))
                .isEqualTo("CREATE TABLE t (\n  a int, -- first\n  b int NOT NULL -- last\n,\n  c int,\n  UNIQUE (a))");
    }

    @Test
    void clausesAreFoundWhereverTheyStand() {
        SqliteTable table = SqliteTable.of(
                "t",
                "CREATE TABLE t (a int NOT NULL DEFAULT (1) CONSTRAINT one CHECK (a > 0) UNIQUE,"
                        + " CONSTRAINT two CHECK (a < 9) CONSTRAINT three UNIQUE (a))");

        assertThat(table.withoutConstraint("one")
                        .withoutConstraint("TWO")
                        .withConstraintRenamed("three", "\"3\"")
                        .withNullable("a", true)
                        .withDefault("a", null)
                        .withType("a", "text")
                        .createAs("t"))
                .isEqualTo("CREATE TABLE t (a text UNIQUE, CONSTRAINT \"3\" UNIQUE (a))");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        SqliteTable table = SqliteTable.of("t", "CREATE TABLE t (a int CONSTRAINT ck CHECK (a > 0))");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> table.withoutConstraint("kc"))
                .withMessage("Table 't' has no constraint 'kc'; those that have names are [ck]");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> table.withType("b", "text"))
                .withMessage("Table 't' has no column 'b'; its columns are [a]");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SqliteTable.of("v", "CREATE VIRTUAL TABLE v USING fts5 (a)"))
                .withMessageContaining("Headway cannot change table 'v'");
    }
}
