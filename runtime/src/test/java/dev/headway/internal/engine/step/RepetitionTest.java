package dev.headway.internal.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.RepeatRules;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
    private static boolean isSafe(String sql, RepeatRules rules) {
        return Repetition.of(SqlText.of(sql, SqlSyntax.STANDARD).tokens(), rules)
                .isSafe();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int)",
                "CREATE TABLE s.t (a int CHECK (a > 0), UNIQUE (a))",
                "CREATE TABLE IF NOT EXISTS t (a int)",
                "CREATE TABLE u AS SELECT * FROM t",
                "CREATE UNIQUE INDEX ix ON t (a)",
                "CREATE INDEX CONCURRENTLY ix ON t (a)",
                "CREATE OR REPLACE VIEW v AS SELECT 1",
                "CREATE OR REPLACE FUNCTION f() RETURNS int AS 'x'",
                "CREATE VIEW v AS SELECT 1",
                "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1",
                "CREATE DEFINER = root @ localhost TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1",
                "CREATE SEQUENCE s",
                "DROP TABLE t",
                "DROP TABLE IF EXISTS t",
                "DROP INDEX ix ON t",
                "RENAME TABLE a TO b",
                "RENAME TABLE live TO old, fresh TO live",
                "ALTER TABLE t ADD COLUMN a int",
                "ALTER TABLE t ADD a int UNIQUE",
                "ALTER TABLE t ADD (a int, b int)",
                "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)",
                "ALTER TABLE t ADD UNIQUE INDEX ux (a)",
                "ALTER TABLE t ADD PRIMARY KEY (a)",
                "ALTER TABLE t ADD PARTITION (PARTITION p VALUES LESS THAN (9))",
                "ALTER TABLE t ADD a int, DROP b",
                "ALTER TABLE t ADD COLUMN a int, ADD CHECK (a > 0), ADD FOREIGN KEY (a) REFERENCES u (a)",
                "ALTER TABLE t DROP COLUMN IF EXISTS a",
                "ALTER TABLE t RENAME TO u",
                "ALTER TABLE t RENAME COLUMN a TO b",
                "ALTER TABLE t RENAME COLUMN a TO b, RENAME COLUMN b TO c",
                "ALTER TABLE t CHANGE a b bigint",
                "ALTER TABLE t MODIFY a bigint NOT NULL",
                "ALTER TABLE t ALTER COLUMN a TYPE bigint",
                "ALTER TABLE t ALTER COLUMN a SET DEFAULT 1, ALTER COLUMN b DROP NOT NULL",
                "ALTER INDEX a RENAME TO b",
                "ALTER SEQUENCE a RENAME TO b",
                "ALTER TYPE mood ADD VALUE 'ok'",
                "COMMENT ON TABLE t IS 'x'",
                "GRANT SELECT ON t TO u",
                "VACUUM t",
                "REFRESH MATERIALIZED VIEW v"
            })
    void repeatsWhatHasNoFurtherEffectOrIsRefused(String sql) {
        assertThat(isSafe(sql, RepeatRules.STANDARD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RENAME TABLE live TO tmp, fresh TO live, tmp TO fresh",
                "RENAME TABLE a TO x, b TO a, c TO b, x TO c",
                "ALTER TABLE t RENAME COLUMN a TO b, RENAME COLUMN b TO a",
                "ALTER TABLE t CHANGE a b INT, CHANGE b a INT",
                "ALTER TABLE t CHANGE a x INT, CHANGE b a INT, CHANGE x b INT",
                "ALTER TABLE t DROP COLUMN b, RENAME COLUMN a TO b, ADD COLUMN a INT",
                "ALTER TABLE t DROP COLUMN b, ADD COLUMN b INT",
                "ALTER TABLE t DROP COLUMN IF EXISTS b, ADD COLUMN IF NOT EXISTS b INT",
                "ALTER TABLE IF EXISTS t RENAME TO u",
                "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u",
                "ALTER TABLE t ADD PARTITION PARTITIONS 2",
                "ALTER TABLE t COALESCE PARTITION 2",
                "ALTER TABLE t REORGANIZE PARTITION p INTO (PARTITION a VALUES LESS THAN (1))",
                "ALTER TABLE t REMOVE PARTITIONING",
                "ALTER TABLE t TRUNCATE PARTITION p",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t ATTACH PARTITION p DEFAULT",
                "ALTER TABLE t AUTO_INCREMENT = 5",
                "ALTER TABLE t COMMENT = 'x', AUTO_INCREMENT = 5",
                "ALTER TABLE t ENGINE = InnoDB AUTO_INCREMENT = 5",
                "ALTER TABLE t ADD UNIQUE (a)",
                "ALTER TABLE t ADD UNIQUE KEY (a)",
                "ALTER TABLE t ADD INDEX USING BTREE (a)",
                "ALTER TABLE t ADD CHECK (a > 0)",
                "ALTER TABLE t ADD CONSTRAINT CHECK (a > 0)",
                "ALTER TABLE t ADD CONSTRAINT UNIQUE (a)",
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (a)",
                "ALTER TABLE t ADD a int, ADD CHECK (a > 0), EXCHANGE PARTITION p WITH TABLE u",
                "ALTER TABLE t MODIFY a int UNIQUE",
                "ALTER TABLE t ALTER COLUMN x TYPE int USING x * 100",
                "ALTER TABLE t ALTER COLUMN x SET DATA TYPE int USING x * 100",
                "ALTER TABLE t ALTER COLUMN x RESTART WITH 1",
                "ALTER SEQUENCE s RESTART",
                "ALTER SEQUENCE s INCREMENT BY 5",
                "CREATE INDEX ON t (a)",
                "CREATE TABLE IF NOT EXISTS u AS SELECT * FROM t",
                "CREATE OR REPLACE TABLE u AS SELECT * FROM u",
                "CREATE STATISTICS ON a, b FROM t",
                "TRUNCATE TABLE t",
                "CALL p()",
                "DO $$ BEGIN END $$",
                "EXECUTE IMMEDIATE 'x'",
                "LOAD DATA INFILE 'x' INTO TABLE t",
                "COPY t FROM 'x'",
                "IMPORT FOREIGN SCHEMA s FROM SERVER x INTO y",
                "WHATEVER"
            })
    void asksAboutWhatMaySucceedTwice(String sql) {
        assertThat(isSafe(sql, RepeatRules.STANDARD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD (a int, b int)",
                "ALTER TABLE t ADD a int, DROP b",
                "ALTER TABLE t ADD a int, ADD CHECK (a > 0)",
                "DROP TABLE a, b",
                "CREATE TABLE u AS SELECT * FROM t"
            })
    void asksAboutSeveralChangesThatAreNotExecutedAsAWhole(String sql) {
        RepeatRules byParts = new RepeatRules() {
            @Override
            public boolean executesWholeStatement() {
                return false;
            }
        };
        assertThat(isSafe(sql, byParts)).isFalse();
        assertThat(isSafe("ALTER TABLE t ADD a int", byParts)).isTrue();
        assertThat(isSafe("DROP TABLE a", byParts)).isTrue();
    }
}
