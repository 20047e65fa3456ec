package dev.headway.internal.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.schema.Constraint.Check;
import org.junit.jupiter.api.Test;

/** What releases later than 8.0.15 print, which run on no server here. */
class TableDefinitionTest {
    private static final TableDefinition TABLE = TableDefinition.parse("""
            CREATE TABLE `od``d (` (
              `my_row_id` bigint unsigned NOT NULL AUTO_INCREMENT /*!80023 INVISIBLE */,
              `a, b` int DEFAULT NULL /*!80023 INVISIBLE */ COMMENT 'it''s, (\\\\ DEFAULT 7',
              `c` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'AS (x)',
              `d` json DEFAULT (json_array(_utf8mb4'a, \\'b\\')',1)),
              `e` int GENERATED ALWAYS AS ((`a, b` + 1)) VIRTUAL,
              `f` datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
              PRIMARY KEY (`my_row_id`),
              UNIQUE KEY `key` ((lower(`c`)),`f` DESC) USING BTREE COMMENT 'KEY `x`',
              KEY `plain` (`f`) /*!80000 INVISIBLE */,
              CONSTRAINT `fk` FOREIGN KEY (`e`) REFERENCES `other` (`id`) ON DELETE CASCADE,
              CONSTRAINT `od``d (_chk_1` CHECK ((`e` > 0)),
              CONSTRAINT `named` CHECK ((`c` <> _utf8mb4'it\\'s)')) /*!80016 NOT ENFORCED */
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
            /*!50100 PARTITION BY HASH (`e`)
            PARTITIONS 4 */""");

    @Test
    void readsChecks() {
        assertThat(TABLE.checks())
                .containsExactly(
                        new Check("od`d (_chk_1", "(`e` > 0)", true),
                        new Check("named", "(`c` <> _utf8mb4'it\\'s)')", true));
    }

    @Test
    void readsDefaultsExpressionsAndAttributes() {
        assertThat(TABLE.column("my_row_id")).contains(new ColumnDefinition(" INVISIBLE", null, null));
        assertThat(TABLE.column("a, b")).contains(new ColumnDefinition(" INVISIBLE", "NULL", null));
        assertThat(TABLE.column("c")).contains(new ColumnDefinition("", "'AS (x)'", null));
        assertThat(TABLE.column("d")).contains(new ColumnDefinition("", "(json_array(_utf8mb4'a, \\'b\\')',1))", null));
        assertThat(TABLE.column("e")).contains(new ColumnDefinition("", null, "(`a, b` + 1)"));
        assertThat(TABLE.column("f"))
                .contains(new ColumnDefinition("", "CURRENT_TIMESTAMP(6) on update CURRENT_TIMESTAMP(6)", null));
        assertThat(TABLE.column("PRIMARY")).isEmpty();
    }

    @Test
    void readsExpressionsOfIndexes() {
        assertThat(TABLE.expression("key", 1)).isEqualTo("lower(`c`)");
    }

    /** The session may use ANSI_QUOTES. */
    @Test
    void readsNamesInDoubleQuotes() {
        TableDefinition table = TableDefinition.parse(
                "CREATE TABLE \"a\" (\n  \"b \"\"q\" int DEFAULT (1 + 1),\n" + "  KEY \"c\" (((\"b \"\"q\" + 1)))\n)");

        assertThat(table.column("b \"q")).contains(new ColumnDefinition("", "(1 + 1)", null));
        assertThat(table.expression("c", 1)).isEqualTo("(\"b \"\"q\" + 1)");
    }
}
