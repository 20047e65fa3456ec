package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.sql.SqlSyntax.Feature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionControlTest {
    private static final SqlSyntax SYNTAX =
            SqlSyntax.with(Feature.EXECUTED_COMMENTS, Feature.HASH_COMMENTS, Feature.DOLLAR_QUOTES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "commit work",
                "-- done\nCommit",
                "/* done */ COMMIT AND CHAIN",
                "# done\nROLLBACK",
                "; COMMIT",
                "rollback transaction",
                "BEGIN",
                "BEGIN IMMEDIATE TRANSACTION",
                "BEGIN ISOLATION LEVEL SERIALIZABLE",
                "START TRANSACTION READ ONLY",
                "END",
                "END TRANSACTION",
                "ABORT",
                "PREPARE TRANSACTION 'x'",
                "COMMIT PREPARED 'x'",
                "ROLLBACK PREPARED 'x'",
                "XA START 'x'",
                "LOCK TABLES a WRITE, b READ",
                "LOCK TABLE a WRITE",
                "UNLOCK TABLES",
                "SET autocommit = 0",
                "SET AUTOCOMMIT OFF",
                "SET @@autocommit = 1",
                "SET SESSION autocommit = 1",
                "SET @@session.autocommit = 1",
                "SET foreign_key_checks = 0, autocommit = 0",
                "/*!40000 COMMIT */",
                "/*!40101 SET autocommit = 0 */",
                "/*M!100100 START TRANSACTION */",
                "SET `autocommit` = 0",
                "SET @@`autocommit` = 0",
                "SET @@session.`autocommit` = 0",
                "SET STATEMENT max_statement_time = 1 FOR COMMIT",
                "FLUSH TABLES WITH READ LOCK",
                "FLUSH LOCAL TABLES a, b FOR EXPORT",
            })
    void recognizesStatement(String sql) {
        assertThat(SqlText.of(sql, SYNTAX).transactionControl()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT a",
                "RELEASE SAVEPOINT a",
                "ROLLBACK TO a",
                "ROLLBACK TO SAVEPOINT a",
                "ROLLBACK WORK TO SAVEPOINT a",
                "BEGIN NOT ATOMIC SELECT 1; END",
                "LOCK TABLE a IN SHARE MODE",
                "LOCK a",
                "PREPARE s FROM 'SELECT 1'",
                "SET @before = @@autocommit",
                "SET GLOBAL autocommit = 1",
                "SET @@global.autocommit = 1",
                "SET @autocommit = 1",
                "SET @a = 1, @autocommit = 1",
                "SET STATEMENT max_statement_time = 1 FOR SELECT 1",
                "SET names 'autocommit'",
                "FLUSH TABLES a",
                "SET names utf8mb4",
                "UPDATE commit SET begin = 1",
                "INSERT INTO t VALUES ('COMMIT')",
                "-- COMMIT\nSELECT 1",
                "/*!40000 ALTER TABLE a DISABLE KEYS */",
                "CREATE PROCEDURE p() BEGIN COMMIT; END",
                "DO $$ BEGIN COMMIT; END $$",
                "",
            })
    void leavesOtherStatementsAlone(String sql) {
        assertThat(SqlText.of(sql, SYNTAX).transactionControl()).isEmpty();
    }
}
