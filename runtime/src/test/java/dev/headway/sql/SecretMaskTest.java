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
                "CREATE USER MAPPING FOR u SERVER s OPTIONS (\"password\" 'S3CR')",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h password=''a S3CR''' PUBLICATION p",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h password = S3CR' PUBLICATION p",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h password=abc;S3CR,S3CR' PUBLICATION p",
                "ALTER SYSTEM SET ssl_passphrase_command = 'echo S3CR'",
                "SELECT dblink_connect('c', 'dbname=x password=S3CR')",
                "SELECT pgp_sym_encrypt('data', 'S3CR')",
                "SELECT crypt('S3CR', gen_salt('bf')), hmac(lower('d'), 'S3CR', 'sha256')",
                "SELECT set_config('app.password', 'S3CR', false)",
                "SET app.secret_key TO 'S3CR'",
                "DO $$ BEGIN EXECUTE 'CREATE ROLE r PASSWORD ''S3CR'''; END $$",
                "DO $$ BEGIN EXECUTE format('CREATE ROLE r PASSWORD %L', 'S3CR'); END $$",
                "SELECT 'CREATE ROLE r PASSWORD ' || quote_literal('S3CR')",
                "CREATE USER u IDENTIFIED BY _utf8mb4 'S3CR'",
                "CREATE USER u IDENTIFIED VIA unix_socket OR ed25519 USING 'S3CR'",
                "CREATE USER u IDENTIFIED WITH x BY 'y' AND IDENTIFIED WITH ldap BY 'S3CR'",
                "ALTER USER u IDENTIFIED BY 'x' REPLACE /* old */ \"S3CR\"",
                "SET PASSWORD FOR 'u=v'@'h' = 'S3CR'",
                "CREATE USER u /*!50000 IDENTIFIED BY 'S3CR' */",
                "PREPARE s FROM 'CREATE USER u IDENTIFIED BY ''S3CR'''",
                "EXECUTE IMMEDIATE CONCAT('CREATE USER u IDENTIFIED BY ''', 'S3CR', '''')",
                "UPDATE t SET a = AES_DECRYPT(a, UNHEX('S3CR'))",
                "CREATE TABLE t (a INT) ENGINE=SPIDER COMMENT='wrapper \"mysql\", password \"S3CR\"'",
                "CREATE LINKED TABLE l(NULL, 'jdbc:x', 'u', 'S3CR', 'T')",
                "CALL LINK_SCHEMA('S', '', 'jdbc:x', 'sa', 'S3CR', 'PUBLIC')",
                "CREATE USER u PASSWORD STRINGDECODE('S3CR')",
                "SELECT DECRYPT('AES', X'S3CR', a), HASH('SHA256', 'S3CR', 1000)",
                "SELECT FILE_READ('http://u:S3CR@host/x')",
                "PRAGMA key=S3CR",
                "PRAGMA main.hexrekey = 'S3CR'",
                "ATTACH DATABASE 'x' AS y KEY \"S3CR\"",
                "ATTACH 'file:x?hexkey=S3CR' AS y",
                "CREATE USER u IDENTIFIED BY S3CR REPLACE S3CR2",
                "CREATE DATABASE LINK l CONNECT TO u IDENTIFIED BY VALUES 'S3CR'",
                "SELECT * FROM OPENROWSET('SQLNCLI', 's';'u';'S3CR', 'SELECT 1')",
                "SELECT 'jdbc:sqlserver://h;password={a;S3CR}'",
                "SELECT 'jdbc:oracle:thin:scott/S3CR@//h:1/x'",
                "SELECT 'jdbc:h2:x;PASSWORD=abc S3CR'",
                "INSERT INTO users (name, \"password\") VALUES ('a', 'S3CR'), ('b', upper('S3CR'))",
                "INSERT INTO settings VALUES ('smtp.password', 'S3CR')",
                "UPDATE s SET v = '{\"client_secret\": \"S3CR\"}'",
                "SELECT 1 -- PASSWORD 'S3CR'",
                "SELECT 'a\\' , 1; CREATE USER u PASSWORD 'S3CR'",
                "SELECT 1; # it's\nCREATE USER u IDENTIFIED BY 'S3CR'",
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
                "ALTER TABLE t ADD token varchar(20) COMMENT 'shown', ADD password enum('on', 'off')",
                "COMMENT ON COLUMN users.password IS 'never shown'",
                "CREATE TABLE t (a INT) PARTITION BY HASH (a)",
                "UPDATE t SET a = REPLACE(a, 'old', 'new')",
                "INSERT INTO users (name, password) VALUES ('shown', ?)",
                "SELECT digest(a, 'sha256') FROM t WHERE name = 'shown'",
            })
    void leavesOtherStatementsAsTheyAre(String sql) {
        assertThat(SecretMask.of(SecretLiterals.of(sql)).mask(sql)).isEqualTo(sql);
    }

    @Test
    void masksHexadecimalSecret() {
        String sql = "ALTER USER u IDENTIFIED WITH x AS 0x53334352";

        assertThat(SecretMask.ofSql(sql).mask(sql)).isEqualTo("ALTER USER u IDENTIFIED WITH x AS ***");
    }

    @Test
    void masksASecretAsEachDatabaseQuotesIt() {
        SecretMask mask = SecretMask.ofSql("CREATE ROLE r PASSWORD 'it''s'");

        assertThat(mask.mask("it's, it''s, it\\'s")).isEqualTo("***, ***, ***");
    }

    @Test
    void masksAPasswordOfAUrlAsTheDriverDecodesIt() {
        assertThat(SecretLiterals.ofUrl("jdbc:postgresql://u:a%40b@h/db?password=c%20d"))
                .contains("a%40b", "a@b", "c%20d", "c d");
        assertThat(SecretLiterals.ofUrl("jdbc:h2:mem:x;PASSWORD=a b;MODE=MySQL"))
                .contains("a b");
        assertThat(SecretLiterals.ofUrl("jdbc:sqlserver://h;password={a;b}")).contains("{a;b}");
    }

    @Test
    void readsLongStatementsInShortTime() {
        String sql = "INSERT INTO t VALUES ('" + "password it''s \\n # -- ".repeat(20_000) + "')";

        assertThat(SecretMask.ofSql(sql).mask(sql)).startsWith("INSERT INTO t");
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
