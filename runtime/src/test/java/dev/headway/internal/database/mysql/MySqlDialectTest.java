package dev.headway.internal.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.database.TemporarySetting;
import dev.headway.database.Version;
import dev.headway.error.NotRecordableException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.internal.database.Rendered;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Sql;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ReferentialAction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL of MySQL where it differs from MariaDB's; that of releases after 8.0.15 runs on no server here. */
class MySqlDialectTest {
    private static final Dialect MYSQL = new MySqlDialect(Version.LATEST);
    private static final Dialect IGNORING_CHECKS = new MySqlDialect(new Version(8, 0, 15));

    @Test
    void ddlIsNotTransactional() {
        assertThat(MYSQL.name()).isEqualTo("MySQL");
        assertThat(MYSQL.database()).isEqualTo(Database.MYSQL);
        assertThat(MYSQL.transactionalDdl()).isFalse();
    }

    @Test
    void enclosesDefaultsOfLargeTypes() throws Exception {
        assertThat(Rendered.sql(MYSQL, op -> {
                    op.addColumn("t", c -> c.text("a").defaultsTo("x"));
                    op.addColumn("t", c -> c.json("b").defaultsTo("{}"));
                    op.addColumn("t", c -> c.binary("c").defaultsTo(new byte[] {1}));
                    op.addColumn("t", c -> c.text("d").defaultsTo(null));
                    op.addColumn("t", c -> c.uuid("e").defaultsTo(Sql.raw("(uuid())")));
                    op.addColumn("t", c -> c.varchar("f", 9).defaultsTo("x"));
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN a longtext DEFAULT ('x')",
                        "ALTER TABLE t ADD COLUMN b json DEFAULT ('{}')",
                        "ALTER TABLE t ADD COLUMN c longblob DEFAULT (X'01')",
                        "ALTER TABLE t ADD COLUMN d longtext DEFAULT NULL",
                        "ALTER TABLE t ADD COLUMN e char(36) DEFAULT (uuid())",
                        "ALTER TABLE t ADD COLUMN f varchar(9) DEFAULT 'x'");
    }

    @Test
    void generatedColumnMayRefuseNull() throws Exception {
        assertThat(Rendered.sql(
                        MYSQL,
                        op -> op.addColumn(
                                "t", c -> c.integer("a").generatedAs("b + 1").notNull())))
                .containsExactly("ALTER TABLE t ADD COLUMN a integer GENERATED ALWAYS AS (b + 1) STORED NOT NULL");
    }

    @Test
    void enclosesExpressionsButNotConstantsAndTheCurrentTime() throws Exception {
        assertThat(defaults(
                        "uuid()",
                        "(uuid())",
                        "(1) + (2)",
                        "now(6)",
                        "CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
                        "null on update now()",
                        "'it''s \\\\ \\' (' on update now()",
                        "-1.5e3",
                        "b'101'",
                        "0x00ff",
                        "_utf8mb4'x'",
                        "true",
                        "'a' || 'b'",
                        "pi()"))
                .containsExactly(
                        "(uuid())",
                        "(uuid())",
                        "((1) + (2))",
                        "now(6)",
                        "CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
                        "null on update now()",
                        "'it''s \\\\ \\' (' on update now()",
                        "-1.5e3",
                        "b'101'",
                        "0x00ff",
                        "_utf8mb4'x'",
                        "true",
                        "('a' || 'b')",
                        "(pi())");
    }

    private static List<String> defaults(String... expressions) {
        return Arrays.stream(expressions)
                .map(sql -> MySqlDefaults.enclosed(sql, new ColumnType.Varchar(99)))
                .toList();
    }

    @Test
    void timesAreDefaultsWithoutTheWordsOfALiteral() throws Exception {
        assertThat(Rendered.sql(
                        MYSQL,
                        op -> op.createTable("t", t -> {
                            t.uuid("a").defaultsTo(new UUID(0, 1));
                            t.date("b").defaultsTo(LocalDate.of(2024, 2, 29));
                            t.time("c").defaultsTo(LocalTime.of(7, 30));
                            t.timestamp("d").defaultsTo(LocalDateTime.of(2024, 2, 29, 7, 30));
                            t.timestamptz("e").defaultsTo(Instant.parse("2026-02-28T08:30:00.25Z"));
                            t.timestamptz("f").defaultsTo(OffsetDateTime.parse("2026-02-28T09:30:00+01:00"));
                            t.date("g").defaultsTo(Sql.now());
                            t.timestamptz("h").defaultsTo(Sql.now());
                        })))
                .containsExactly("""
                        CREATE TABLE t (
                          a char(36) DEFAULT '00000000-0000-0000-0000-000000000001',
                          b date DEFAULT '2024-02-29',
                          c time(6) DEFAULT '07:30:00',
                          d datetime(6) DEFAULT '2024-02-29 07:30:00',
                          e timestamp(6) DEFAULT (FROM_UNIXTIME(1772267400.25)) NULL,
                          f timestamp(6) DEFAULT (FROM_UNIXTIME(1772267400)) NULL,
                          g date DEFAULT (CURRENT_DATE),
                          h timestamp(6) DEFAULT CURRENT_TIMESTAMP(6) NULL
                        )""");
    }

    @Test
    void indexesAreCreatedWithTheirTable() throws Exception {
        assertThat(Rendered.sql(
                        MYSQL,
                        op -> op.createTable("t", t -> {
                                    t.bigint("a").primaryKey();
                                    t.text("body");
                                    t.index("ix_a", "a");
                                })
                                .ifNotExists()))
                .containsExactly("""
                        CREATE TABLE IF NOT EXISTS t (
                          a bigint NOT NULL,
                          body longtext,
                          PRIMARY KEY (a),
                          INDEX ix_a (a)
                        )""");
    }

    @Test
    void indexesExpressionsAndKinds() throws Exception {
        assertThat(Rendered.sql(MYSQL, op -> {
                    op.createIndex("ix", "t").expression("body(20)").expression("lower(a)");
                    op.createIndex("ft", "t", "body").using("fulltext");
                }))
                .containsExactly("CREATE INDEX ix ON t (body(20), (lower(a)))", "CREATE FULLTEXT INDEX ft ON t (body)");
    }

    @Test
    void eachKindOfConstraintIsDroppedByItsOwnWords() throws Exception {
        Directives drops = op -> {
            op.dropConstraint("uq", "t", c -> c.unique("a"));
            op.dropConstraint("pk", "t", c -> c.primaryKey("a"));
            op.dropConstraint("ck", "t", c -> c.check("a > 0"));
            op.dropConstraint("what", "t");
        };

        assertThat(Rendered.sql(MYSQL, drops))
                .containsExactly(
                        "ALTER TABLE t DROP INDEX uq",
                        "ALTER TABLE t DROP PRIMARY KEY",
                        "ALTER TABLE t DROP CHECK ck",
                        "ALTER TABLE t DROP CONSTRAINT what");
        assertThat(Rendered.sql(new MySqlDialect(new Version(8, 4)), drops)).isEqualTo(Rendered.sql(MYSQL, drops));
        assertThatExceptionOfType(NotRecordableException.class)
                .isThrownBy(() ->
                        Rendered.sql(new MySqlDialect(new Version(8, 0, 18)), op -> op.dropConstraint("what", "t")));
    }

    @Test
    void aScriptDropsTheIndexThatAForeignKeyLeaves() throws Exception {
        assertThat(Rendered.sql(
                        MYSQL,
                        op -> op.dropConstraint(
                                "fk",
                                "t",
                                c -> c.foreignKey("a").references("u", "b").onDelete(ReferentialAction.CASCADE))))
                .hasSize(5)
                .startsWith("ALTER TABLE t DROP FOREIGN KEY fk")
                .element(1)
                .asString()
                .startsWith("SET @headway_drop = (SELECT if(count(*) = 0, 'DO 0', concat('ALTER TABLE t ',\n"
                        + "    if(max(u.constraint_name) IS NULL, 'DROP INDEX fk', concat('RENAME INDEX fk TO `'");
    }

    @Test
    void checksAreKeptFrom8016() throws Exception {
        for (Version version : List.of(new Version(8, 0, 16), new Version(8, 4), new Version(9, 0), Version.LATEST)) {
            assertThat(Rendered.sql(new MySqlDialect(version), op -> op.addCheck("ck", "t", "a > 0")))
                    .containsExactly("ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)");
        }
    }

    @Test
    void refusesChecksThatTheServerWouldIgnore() {
        List<Directives> checks = List.of(
                op -> op.addCheck("ck", "t", "a > 0"),
                op -> op.createTable("t", t -> t.integer("a").check("a > 0")),
                op -> op.createTable("t", t -> {
                    t.integer("a");
                    t.check("ck", "a > 0");
                }),
                op -> op.addColumn("t", c -> c.integer("a").check("a > 0")),
                op -> op.alterTable("t", t -> t.addCheck("ck", "a > 0")),
                op -> op.dropConstraint("ck", "t", c -> c.check("a > 0")));

        for (Directives check : checks) {
            assertRefused(IGNORING_CHECKS, check, "ignores checks before 8.0.16, and this server is older");
        }
    }

    @Test
    void numbersAColumnWhileForeignKeysAreNotChecked() throws Exception {
        assertThat(Rendered.sql(
                        MYSQL,
                        op -> op.alterColumn("t", "id")
                                .identity()
                                .from(c -> c.bigint().notNull())))
                .containsExactly(
                        "SET @headway_foreign_key_checks = @@foreign_key_checks, foreign_key_checks = 0",
                        "ALTER TABLE t MODIFY COLUMN id bigint AUTO_INCREMENT NOT NULL",
                        "SET foreign_key_checks = @headway_foreign_key_checks");
    }

    @Test
    void statementsWithPointsInTimeRunInUtc() throws Exception {
        Instant time = Instant.parse("2026-02-28T08:30:00.25Z");

        List<SqlStatement> statements = Rendered.statements(MYSQL, op -> {
            op.insert("t", List.of(Map.of("at", time), Map.of("at", "2026-01-01")));
            op.execute("UPDATE t SET at = ? WHERE id = ?", time, 7);
            op.execute("UPDATE t SET at = ?", LocalDateTime.parse("2026-02-28T08:30:00"));
        });

        assertThat(statements)
                .extracting(SqlStatement::rows)
                .containsExactly(
                        List.of(List.of("2026-02-28 08:30:00.250000"), List.of("2026-01-01")),
                        List.of(List.of("2026-02-28 08:30:00.250000", 7)),
                        List.of(List.of("2026-02-28 08:30:00.000000")));
        TemporarySetting utc = new TemporarySetting(
                "SET @headway_time_zone = @@session.time_zone, time_zone = '+00:00'",
                "SET time_zone = @headway_time_zone");
        assertThat(statements)
                .extracting(SqlStatement::settings)
                .containsExactly(List.of(utc), List.of(utc), List.of());
    }

    @Test
    void locksAreLimitedInTimeButStatementsAreNot() throws Exception {
        assertThat(Rendered.statements(MYSQL, op -> op.lockTimeout(Duration.ofMillis(1_001))))
                .containsExactly(new SqlStatement(
                        "SET SESSION lock_wait_timeout = 2, innodb_lock_wait_timeout = 2", List.of(), true, true));
        assertThat(MYSQL.resetTimeouts())
                .containsExactly("SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT");
        assertRefused(
                MYSQL, op -> op.statementTimeout(Duration.ofSeconds(1)), "limits the time of SELECT statements only");
    }

    @Test
    void refusesWhatMySqlLacks() {
        assertRefused(
                MYSQL, op -> op.addColumn("t", c -> c.date("a")).ifNotExists(), "has no ADD COLUMN IF NOT EXISTS");
        assertRefused(MYSQL, op -> op.dropColumn("t", "a").ifExists(), "has no DROP COLUMN IF EXISTS");
        assertRefused(MYSQL, op -> op.dropConstraint("uq", "t").ifExists(), "has no DROP CONSTRAINT IF EXISTS");
        assertRefused(MYSQL, op -> op.createIndex("ix", "t", "a").ifNotExists(), "has no CREATE INDEX IF NOT EXISTS");
        assertRefused(MYSQL, op -> op.dropIndex("ix", "t").ifExists(), "has no DROP INDEX IF EXISTS");
        assertRefused(MYSQL, op -> op.createSequence("s"), "has no sequences");
        assertRefused(MYSQL, op -> op.dropSequence("s"), "has no sequences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persist", "persist_only", "rank", "intersect", "qualify", "manual", "system"})
    void quotesReservedWordsOfAllReleases(String name) {
        assertThat(MYSQL.quote(name)).isEqualTo("`" + name + "`");
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
