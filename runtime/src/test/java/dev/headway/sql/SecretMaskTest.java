package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER u IDENTIFIED BY 'S3CR'",
                "create user 'u'@'%' identified by \"S3CR\"",
                "CREATE USER u IDENTIFIED BY PASSWORD '*S3CR'",
                "CREATE USER u IDENTIFIED WITH sha2 BY 'S3CR'",
                "ALTER USER u IDENTIFIED WITH sha2 AS 'S3CR'",
                "ALTER USER u IDENTIFIED VIA ed25519 USING PASSWORD('S3CR')",
                "ALTER USER u IDENTIFIED BY 'S3CR' REPLACE 'S3CR2'",
                "GRANT ALL ON a.* TO u IDENTIFIED BY 'S3CR'",
                "SET PASSWORD FOR u = PASSWORD('S3CR')",
                "SET PASSWORD = 'S3CR'",
                "CREATE ROLE r LOGIN PASSWORD 'it''S3CR'",
                "ALTER ROLE r ENCRYPTED PASSWORD /* x */ E'S3CR\\'x'",
                "CREATE ROLE r PASSWORD $a$S3CR$a$",
                "CREATE USER MAPPING FOR u SERVER s OPTIONS (user 'u', password 'S3CR')",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h password=S3CR' PUBLICATION p",
                "SELECT * FROM dblink('host=h password=S3CR', 'SELECT 1')",
                "SELECT * FROM dblink('postgresql://u:S3CR@h/db', 'SELECT 1')",
                "CHANGE MASTER TO MASTER_PASSWORD='S3CR'",
                "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = 'S3CR'",
                "CREATE USER u SALT 'S3CR' HASH 'S3CR'",
                "CREATE LINKED TABLE l('org.h2.Driver', 'jdbc:h2:mem:x', 'sa', 'S3CR', 'T')",
                "PRAGMA key = 'S3CR'",
                "PRAGMA rekey=\"S3CR\"",
                "ATTACH DATABASE 'x' AS y KEY 'S3CR'",
                "COPY t FROM 's3://b' CREDENTIALS 'aws_access_key_id=S3CR;aws_secret_access_key=S3CR'",
                "CREATE USER u PASSWORD 'S3CR",
            })
    void masksSecretsOfKnownStatements(String sql) {
        SecretMask mask = SecretMask.of(SecretLiterals.of(sql));

        assertThat(mask.mask(sql)).contains("***").doesNotContain("S3CR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (\"id\" INT, PRIMARY KEY (\"id\"))",
                "SELECT a FROM t ORDER BY 'x'",
                "ALTER TABLE u ADD password VARCHAR(10) DEFAULT 'x'",
                "UPDATE t SET token = ?",
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (b)",
            })
    void leavesOtherStatementsAsTheyAre(String sql) {
        assertThat(SecretMask.of(SecretLiterals.of(sql)).mask(sql)).isEqualTo(sql);
    }

    @Test
    void masksTheWholeChainAndKeepsStateAndCode() {
        SQLException next = new SQLException("next S3CR");
        SQLException thrown = new SQLException("near S3CR", "42000", 7, new IllegalStateException("cause S3CR"));
        thrown.setNextException(next);
        thrown.addSuppressed(new SQLException("suppressed S3CR"));

        SQLException masked = (SQLException)
                SecretMask.of(SecretLiterals.of("PASSWORD 'S3CR'")).mask(thrown);

        StringWriter trace = new StringWriter();
        masked.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains("near ***", "cause ***", "suppressed ***")
                .doesNotContain("S3CR");
        assertThat(masked.getNextException().getMessage()).isEqualTo("next ***");
        assertThat(masked.getSQLState()).isEqualTo("42000");
        assertThat(masked.getErrorCode()).isEqualTo(7);
    }
}
