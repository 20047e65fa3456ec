package dev.headway.internal.database.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.database.Version;
import dev.headway.error.NotRecordableException;
import dev.headway.internal.database.Rendered;
import dev.headway.op.ColumnOptions;
import dev.headway.op.ColumnTypes;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Sql;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Identity;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL of MariaDB. */
class MariaDbDialectTest {
    private static final Dialect MARIADB = new MariaDbDialect(Version.LATEST);

    @Test
    void everyTypeHasItsName() throws Exception {
        assertThatColumn(c -> c.bool(), "boolean");
        assertThatColumn(c -> c.smallint(), "smallint");
        assertThatColumn(c -> c.integer(), "integer");
        assertThatColumn(c -> c.bigint(), "bigint");
        assertThatColumn(c -> c.decimal(9, 2), "decimal(9, 2)");
        assertThatColumn(c -> c.real(), "float");
        assertThatColumn(c -> c.doublePrecision(), "double");
        assertThatColumn(c -> c.varchar(20), "varchar(20)");
        assertThatColumn(c -> c.character(2), "char(2)");
        assertThatColumn(c -> c.text(), "longtext");
        assertThatColumn(c -> c.date(), "date");
        assertThatColumn(c -> c.time(), "time(6)");
        assertThatColumn(c -> c.timestamp(), "datetime(6)");
        assertThatColumn(c -> c.timestamptz(), "timestamp(6) NULL");
        assertThatColumn(c -> c.timestamptz().notNull(), "timestamp(6) NOT NULL");
        assertThatColumn(c -> c.type("timestamp(3)"), "timestamp(3) NULL");
        assertThatColumn(c -> c.uuid(), "uuid");
        assertThatColumn(c -> c.json(), "json");
        assertThatColumn(c -> c.binary(), "longblob");
        assertThatColumn(c -> c.enumerated("mood", "sad", "it's", "a\\b"), "enum('sad', 'it''s', 'a\\\\b')");
    }

    @Test
    void anIdentifierIsATextWhereThereIsNoTypeForIt() throws Exception {
        Directives uuid = op -> op.addColumn("t", c -> c.uuid("a"));

        assertThat(Rendered.sql(new MariaDbDialect(new Version(10, 6)), uuid))
                .containsExactly("ALTER TABLE t ADD COLUMN a char(36)");
        assertThat(Rendered.sql(new MariaDbDialect(new Version(10, 7)), uuid))
                .containsExactly("ALTER TABLE t ADD COLUMN a uuid");
    }

    @Test
    void aTableSaysAllAtOnce() throws Exception {
        assertThat(Rendered.sql(
                        MARIADB,
                        op -> op.createTable("order", t -> {
                                    t.bigint("id")
                                            .identity(new Identity(false, 100, 1))
                                            .primaryKey()
                                            .comment("it's");
                                    t.varchar("Name", 20)
                                            .collate("utf8mb4_bin")
                                            .notNull()
                                            .unique("uq");
                                    t.integer("twice").generatedAs("id * 2");
                                    t.integer("thrice").generatedWhenReadAs("id * 3");
                                    t.bigint("owner").check("owner > 0").references("users", "id");
                                    t.index("ix", "owner");
                                    t.comment("all orders");
                                })
                                .engine("InnoDB")
                                .charset("utf8mb4")))
                .containsExactly("""
                        CREATE TABLE `order` (
                          id bigint AUTO_INCREMENT NOT NULL COMMENT 'it''s',
                          `Name` varchar(20) COLLATE utf8mb4_bin NOT NULL,
                          twice integer GENERATED ALWAYS AS (id * 2) STORED,
                          thrice integer GENERATED ALWAYS AS (id * 3) VIRTUAL,
                          owner bigint,
                          PRIMARY KEY (id),
                          CONSTRAINT uq UNIQUE (`Name`),
                          CHECK (owner > 0),
                          FOREIGN KEY (owner) REFERENCES users (id)
                        ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 AUTO_INCREMENT = 100 COMMENT = 'all orders'""", "CREATE INDEX ix ON `order` (owner)");
    }

    @Test
    void aTableThatMayExistIsCreatedWhereItDoesNot() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.createTable("t", t -> t.date("a")).ifNotExists();
                    op.dropTable("t").ifExists();
                    op.renameTable("audit.t", "u");
                }))
                .containsExactly(
                        "CREATE TABLE IF NOT EXISTS t (\n  a date\n)",
                        "DROP TABLE IF EXISTS t",
                        "ALTER TABLE audit.t RENAME TO audit.u");
    }

    @Test
    void aColumnThatNumbersTheRowsIsAKeyFromTheBeginning() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.createTable("a", t -> {
                        t.bigint("n").identity();
                        t.unique("uq", "n", "m");
                        t.integer("m");
                    });
                    op.createTable("b", t -> {
                        t.bigint("n").identity();
                        t.integer("m");
                        t.index("im", "m");
                        t.index("in", "n", "m");
                        t.index("io", "n");
                    });
                    op.createTable("c", t -> t.bigint("n").identity().references("a", "n"));
                    op.addColumn("d", c -> c.bigint("n").identity().unique());
                    op.alterTable("e", t -> {
                        t.addColumn(c -> c.bigint("n").identity());
                        t.addPrimaryKey("pk", "n");
                    });
                }))
                .containsExactly(
                        "CREATE TABLE a (\n  n bigint AUTO_INCREMENT NOT NULL,\n  m integer,\n  CONSTRAINT uq UNIQUE (n, m)\n)",
                        "CREATE TABLE b (\n  n bigint AUTO_INCREMENT NOT NULL,\n  m integer,\n  INDEX `in` (n, m)\n)",
                        "CREATE INDEX im ON b (m)",
                        "CREATE INDEX io ON b (n)",
                        "CREATE TABLE c (\n  n bigint AUTO_INCREMENT NOT NULL,\n  FOREIGN KEY (n) REFERENCES a (n)\n)",
                        "ALTER TABLE d ADD COLUMN n bigint AUTO_INCREMENT NOT NULL,\n  ADD UNIQUE (n)",
                        "ALTER TABLE e ADD COLUMN n bigint AUTO_INCREMENT NOT NULL,\n  ADD CONSTRAINT pk PRIMARY KEY (n)");
    }

    @Test
    void constantsStandAsTheServerReadsThem() throws Exception {
        assertThatColumn(c -> c.varchar(9).defaultsTo("it's\\"), "varchar(9) DEFAULT 'it''s\\\\'");
        assertThatColumn(c -> c.text().defaultsTo("x"), "longtext DEFAULT 'x'");
        assertThatColumn(c -> c.binary().defaultsTo(new byte[] {-54, -2}), "longblob DEFAULT X'cafe'");
        assertThatColumn(c -> c.bool().defaultsTo(true), "boolean DEFAULT true");
        assertThatColumn(c -> c.date().defaultsTo(LocalDate.of(2026, 2, 28)), "date DEFAULT DATE '2026-02-28'");
        assertThatColumn(c -> c.time().defaultsTo(LocalTime.of(8, 30)), "time(6) DEFAULT TIME '08:30:00'");
        assertThatColumn(
                c -> c.timestamp().defaultsTo(LocalDateTime.of(2026, 2, 28, 8, 30)),
                "datetime(6) DEFAULT TIMESTAMP '2026-02-28 08:30:00'");
        assertThatColumn(
                c -> c.uuid().defaultsTo(new UUID(1, 2)), "uuid DEFAULT '00000000-0000-0001-0000-000000000002'");
        assertThatColumn(c -> c.timestamptz().defaultsTo(Sql.now()), "timestamp(6) DEFAULT CURRENT_TIMESTAMP(6) NULL");
        assertThatColumn(c -> c.date().defaultsTo(Sql.now()), "date DEFAULT (CURRENT_DATE)");
        assertThatColumn(c -> c.time().defaultsTo(Sql.now()), "time(6) DEFAULT (CURRENT_TIME)");
        assertThatColumn(c -> c.uuid().defaultsTo(Sql.raw("uuid()")), "uuid DEFAULT uuid()");
    }

    @Test
    void aPointOnTheTimeLineIsToldInTheZoneOfTheSession() throws Exception {
        Instant instant = Instant.parse("2026-02-28T08:30:00.250Z");
        Directives timestamps = op -> {
            op.addColumn("t", c -> c.timestamptz("a").defaultsTo(instant).notNull());
            op.addColumn("t", c -> c.timestamptz("b").defaultsTo(OffsetDateTime.parse("2026-02-28T09:30:00+01:00")));
            op.alterColumn("t", "c").defaultsTo(instant);
        };

        assertThat(Rendered.sql(MARIADB, timestamps))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN a timestamp(6)"
                                + " DEFAULT CONVERT_TZ('2026-02-28 08:30:00.25', '+00:00', @@session.time_zone) NOT NULL",
                        "ALTER TABLE t ADD COLUMN b timestamp(6)"
                                + " DEFAULT CONVERT_TZ('2026-02-28 08:30:00', '+00:00', @@session.time_zone) NULL",
                        "ALTER TABLE t ALTER COLUMN c"
                                + " SET DEFAULT CONVERT_TZ('2026-02-28 08:30:00.25', '+00:00', @@session.time_zone)");
    }

    @Test
    void aColumnIsToldWholeAsItWasSaidToBe() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.alterColumn("t", "a")
                            .bigint()
                            .from(c -> c.integer().identity().comment("its number"));
                    op.alterColumn("t", "a")
                            .notNull()
                            .from(c -> c.varchar(9).defaultsTo("x").collate("utf8mb4_bin"));
                    op.alterColumn("t", "a")
                            .nullable()
                            .noDefault()
                            .from(c -> c.timestamptz().defaultsTo(Sql.now()).notNull());
                    op.alterColumn("t", "a").enumerated("mood", "sad", "glad").from(c -> c.enumerated("mood", "sad"));
                    op.commentOnColumn("t", "a", "new").from(c -> c.integer().comment("old"));
                    op.commentOnColumn("t", "a", null).from(c -> c.integer().comment("old"));
                }))
                .containsExactly(
                        "ALTER TABLE t MODIFY COLUMN a bigint AUTO_INCREMENT NOT NULL COMMENT 'its number'",
                        "ALTER TABLE t MODIFY COLUMN a varchar(9) COLLATE utf8mb4_bin DEFAULT 'x' NOT NULL",
                        "ALTER TABLE t MODIFY COLUMN a timestamp(6) NULL",
                        "ALTER TABLE t MODIFY COLUMN a enum('sad', 'glad')",
                        "ALTER TABLE t MODIFY COLUMN a integer COMMENT 'new'",
                        "ALTER TABLE t MODIFY COLUMN a integer");
    }

    @Test
    void aColumnOfWhichNothingWasSaidIsToldAsItIs() throws Exception {
        Live live = new Live(List.of(new Table(
                "t",
                List.of(new Column(
                        "a", new ColumnType.Varchar(9), false, null, null, null, "utf8mb4_bin", "what it's called")),
                List.of(new Check("a", "length(a) > 1", true)))));

        assertThat(statements(live, op -> {
                    op.alterColumn("t", "a").varchar(20);
                    op.alterColumn("t", "b").notNull();
                    op.commentOnColumn("t", "a", "name");
                }))
                .extracting(SqlStatement::sql)
                .containsExactly(
                        "ALTER TABLE t MODIFY COLUMN a varchar(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'what it''s called'"
                                + " CHECK (length(a) > 1)",
                        "ALTER TABLE t MODIFY COLUMN b integer NOT NULL",
                        "ALTER TABLE t MODIFY COLUMN a varchar(9) COLLATE utf8mb4_bin NOT NULL COMMENT 'name'"
                                + " CHECK (length(a) > 1)");
        assertThatExceptionOfType(NotRecordableException.class)
                .isThrownBy(() ->
                        Rendered.sql(MARIADB, op -> op.alterColumn("t", "a").varchar(20)));
    }

    @Test
    void whatDependsOnTheDatabaseIsKnownByWhatWasAskedFor() throws Exception {
        Directives asks = op -> op.alterColumn("t", "a").varchar(20);
        Operation asked = Rendered.operations(MARIADB, asks).get(0);

        assertThat(statements(new Live(List.of()), asks))
                .containsExactly(SqlStatement.of("ALTER TABLE t MODIFY COLUMN a varchar(20)")
                        .journaledAs(asked.toString()));
    }

    @Test
    void whatTheDatabaseHasIsBelievedMoreThanWhatTheMigrationSays() throws Exception {
        Column live = Column.of("a", new ColumnType.Native("varchar(9)")).notNull();
        Table table = new Table("t", List.of(live), List.of());

        assertThat(sql(
                        new Live(List.of(table)),
                        op -> op.alterColumn("t", "a").varchar(20).from(c -> c.varchar(9))))
                .containsExactly("ALTER TABLE t MODIFY COLUMN a varchar(20) NOT NULL");
    }

    @Test
    void aColumnThatChangesTwiceTakesTwoStatements() throws Exception {
        Column live = Column.of("a", new ColumnType.Native("varchar(9)")).notNull();
        Table table = new Table("t", List.of(live), List.of(new Unique("uq", List.of("a"))));

        assertThat(sql(
                        new Live(List.of(table)),
                        op -> op.alterTable("t", t -> {
                            t.renameColumn("a", "b");
                            t.addColumn(c -> c.date("since"));
                            t.alterColumn("b").varchar(20);
                            t.commentOnColumn("b", "new");
                        })))
                .containsExactly(
                        "ALTER TABLE t RENAME COLUMN a TO b,\n  ADD COLUMN since date",
                        "ALTER TABLE t MODIFY COLUMN b varchar(20) NOT NULL",
                        "ALTER TABLE t MODIFY COLUMN b varchar(20) NOT NULL COMMENT 'new'");
    }

    @Test
    void aConstraintIsRenamedAsItsIndexOrMadeAnew() throws Exception {
        Table table = new Table(
                "t",
                List.of(Column.of("a", new ColumnType.Native("int(11)"))),
                List.of(
                        new Unique("uq", List.of("a")),
                        new Check("ck", "a > 1", true),
                        new ForeignKey("fk", List.of("a"), "u", List.of("b"))));

        assertThat(sql(new Live(List.of(table)), op -> {
                    op.renameConstraint("t", "uq", "uq2");
                    op.renameConstraint("t", "ck", "ck2");
                    op.renameConstraint("t", "fk", "fk2");
                }))
                .containsExactly(
                        "ALTER TABLE t RENAME INDEX uq TO uq2",
                        "ALTER TABLE t DROP CONSTRAINT ck,\n  ADD CONSTRAINT ck2 CHECK (a > 1)",
                        "ALTER TABLE t DROP FOREIGN KEY fk,\n  DROP INDEX IF EXISTS fk,\n"
                                + "  ADD CONSTRAINT fk2 FOREIGN KEY (a) REFERENCES u (b)");
    }

    @Test
    void aDefaultIsSetAlone() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.alterColumn("t", "a").defaultsTo(1);
                    op.alterColumn("t", "a").noDefault().from(c -> c.integer().notNull());
                }))
                .containsExactly(
                        "ALTER TABLE t ALTER COLUMN a SET DEFAULT 1", "ALTER TABLE t ALTER COLUMN a DROP DEFAULT");
    }

    /** After DROP DEFAULT, an insert without a value fails even if the column may be null. */
    @Test
    void aColumnThatMayBeNullHasTheDefaultNullWithoutAnother() throws Exception {
        assertThat(Rendered.sql(
                        MARIADB, op -> op.alterColumn("t", "a").noDefault().from(c -> c.integer())))
                .containsExactly("ALTER TABLE t MODIFY COLUMN a integer");
        assertThatExceptionOfType(NotRecordableException.class)
                .isThrownBy(() ->
                        Rendered.sql(MARIADB, op -> op.alterColumn("t", "a").noDefault()));
    }

    @Test
    void aColumnIsDroppedBehindItsForeignKeys() throws Exception {
        Live live = new Live(List.of(new Table(
                "t",
                List.of(Column.of("a", Plain.INTEGER), Column.of("b", Plain.INTEGER)),
                List.of(
                        new ForeignKey("fk_a", List.of("a"), "u", List.of("id")),
                        new ForeignKey("fk_b", List.of("b"), "u", List.of("id"))))));

        assertThat(statements(live, op -> {
                    op.dropColumn("t", "a", c -> c.integer().references("u", "id"));
                    op.dropColumn("t", "b");
                    op.dropColumn("t", "b").ifExists();
                }))
                .extracting(SqlStatement::sql)
                .containsExactly(
                        "ALTER TABLE t DROP FOREIGN KEY fk_a,\n  DROP COLUMN a",
                        "ALTER TABLE t DROP COLUMN b",
                        "ALTER TABLE t DROP COLUMN IF EXISTS b");
    }

    @Test
    void changesOfATableAreOneStatement() throws Exception {
        assertThat(Rendered.sql(
                        MARIADB,
                        op -> op.alterTable("t", t -> {
                            t.addColumn(c -> c.date("a").comment("x"));
                            t.renameColumn("b", "c");
                            t.dropColumn("d");
                            t.alterColumn("e").notNull().from(c -> c.integer());
                            t.commentOnColumn("f", "y").from(c -> c.integer());
                            t.addCheck("ck", "e > 0");
                            t.dropConstraint("uq", c -> c.unique("c"));
                        })))
                .containsExactly("""
                        ALTER TABLE t ADD COLUMN a date COMMENT 'x',
                          RENAME COLUMN b TO c,
                          DROP COLUMN d,
                          MODIFY COLUMN e integer NOT NULL,
                          MODIFY COLUMN f integer COMMENT 'y',
                          ADD CONSTRAINT ck CHECK (e > 0),
                          DROP INDEX uq""");
    }

    @Test
    void aConstraintIsDroppedAsWhatItIs() throws Exception {
        Directives drops = op -> {
            op.dropConstraint("pk", "t", c -> c.primaryKey("a"));
            op.dropConstraint("PRIMARY", "t");
            op.dropConstraint("uq", "t", c -> c.unique("a"));
            op.dropConstraint("fk", "t", c -> c.foreignKey("a").references("u", "id"));
            op.dropConstraint("ck", "t", c -> c.check("a > 0"));
            op.dropConstraint("what", "t");
        };

        assertThat(Rendered.sql(MARIADB, drops))
                .containsExactly(
                        "ALTER TABLE t DROP PRIMARY KEY",
                        "ALTER TABLE t DROP PRIMARY KEY",
                        "ALTER TABLE t DROP INDEX uq",
                        "ALTER TABLE t DROP FOREIGN KEY fk,\n  DROP INDEX IF EXISTS fk",
                        "ALTER TABLE t DROP CONSTRAINT ck",
                        "ALTER TABLE t DROP CONSTRAINT what");
    }

    @Test
    void constraintsAreCheckedWhenTheyAreAdded() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.addPrimaryKey("pk", "t", "a", "b");
                    op.addForeignKey("fk", "t", "a")
                            .references("u", "id")
                            .onDelete(ReferentialAction.SET_NULL)
                            .onUpdate(ReferentialAction.CASCADE)
                            .notValid();
                    op.addCheck("ck", "t", "a > 0").notValid();
                    op.validateConstraint("ck", "t");
                }))
                .containsExactly(
                        "ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b)",
                        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id) ON DELETE SET NULL"
                                + " ON UPDATE CASCADE",
                        "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)");
    }

    @Test
    void anIndexIsOnColumnsAndTheBeginningsOfTexts() throws Exception {
        assertThat(Rendered.statements(MARIADB, op -> {
                    op.createIndex("audit.ix", "audit.t", "a")
                            .descending("b")
                            .unique()
                            .using("btree");
                    op.createIndex("ix", "t").expression("body(20)").concurrently();
                    op.createIndex("ix", "t", "a").ifNotExists();
                    op.dropIndex("ix", "audit.t").ifExists();
                    op.dropIndex("ix", "t", "a").concurrently();
                    op.renameIndex("audit.t", "ix", "iy");
                }))
                .containsExactly(
                        SqlStatement.of("CREATE UNIQUE INDEX ix USING btree ON audit.t (a, b DESC)"),
                        SqlStatement.of("CREATE INDEX ix ON t (body(20))"),
                        SqlStatement.of("CREATE INDEX IF NOT EXISTS ix ON t (a)"),
                        SqlStatement.of("DROP INDEX IF EXISTS ix ON audit.t"),
                        SqlStatement.of("DROP INDEX ix ON t"),
                        SqlStatement.of("ALTER TABLE audit.t RENAME INDEX ix TO iy"));
    }

    @Test
    void sequencesViewsAndSchemasAreMadeAndDropped() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.createSequence("s", s -> s.startWith(5).maxValue(9).cycle())
                            .ifNotExists();
                    op.dropSequence("s").ifExists();
                    op.createView("v", "SELECT 1").orReplace();
                    op.dropView("v").ifExists();
                    op.createSchema("s").ifNotExists();
                    op.dropSchema("s").ifExists();
                    op.createEnum("mood", "sad");
                    op.dropEnum("mood", "sad");
                    op.commentOnTable("t", "it's");
                    op.commentOnTable("t", null);
                    op.renameColumn("t", "a", "key");
                }))
                .containsExactly(
                        "CREATE SEQUENCE IF NOT EXISTS s START WITH 5 INCREMENT BY 1 MAXVALUE 9 CYCLE",
                        "DROP SEQUENCE IF EXISTS s",
                        "CREATE OR REPLACE VIEW v AS\nSELECT 1",
                        "DROP VIEW IF EXISTS v",
                        "CREATE SCHEMA IF NOT EXISTS s",
                        "DROP SCHEMA IF EXISTS s",
                        "ALTER TABLE t COMMENT = 'it''s'",
                        "ALTER TABLE t COMMENT = ''",
                        "ALTER TABLE t RENAME COLUMN a TO `key`");
    }

    @Test
    void whatIsOutsideTransactionsStaysOutside() throws Exception {
        assertThat(Rendered.statements(MARIADB, op -> op.autocommit(alone -> alone.renameColumn("t", "a", "b"))))
                .containsExactly(
                        SqlStatement.of("ALTER TABLE t RENAME COLUMN a TO b").outsideTransaction());
    }

    @Test
    void limitsAreForTheSession() throws Exception {
        Directives limits = op -> {
            op.lockTimeout(Duration.ofMillis(1_001));
            op.statementTimeout(Duration.ofMillis(1_500));
        };
        SqlStatement lock = new SqlStatement(
                "SET SESSION lock_wait_timeout = 2, innodb_lock_wait_timeout = 2", List.of(), true, true);

        assertThat(Rendered.statements(MARIADB, limits))
                .containsExactly(lock, new SqlStatement("SET SESSION max_statement_time = 1.5", List.of(), true, true));
        assertThat(MARIADB.resetTimeouts())
                .containsExactly(
                        "SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT",
                        "SET SESSION max_statement_time = DEFAULT");
    }

    @Test
    void mariaDbDoesNothingWhereThereIsNothingToDo() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> {
                    op.addColumn("t", c -> c.date("a")).ifNotExists();
                    op.dropConstraint("ck", "t").ifExists();
                    op.dropConstraint("uq", "t", c -> c.unique("a")).ifExists();
                    op.dropConstraint("fk", "t", c -> c.foreignKey("a").references("u", "b"))
                            .ifExists();
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN IF NOT EXISTS a date",
                        "ALTER TABLE t DROP CONSTRAINT IF EXISTS ck",
                        "ALTER TABLE t DROP INDEX IF EXISTS uq",
                        "ALTER TABLE t DROP FOREIGN KEY IF EXISTS fk,\n  DROP INDEX IF EXISTS fk");
    }

    @Test
    void ddlIsNotTransactional() {
        assertThat(MARIADB.name()).isEqualTo("MariaDB");
        assertThat(MARIADB.database()).isEqualTo(Database.MARIADB);
        assertThat(MARIADB.transactionalDdl()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "name", "user", "date", "_a1"})
    void aNameThatReadsBackAsItIsWrittenIsNotQuoted(String name) {
        assertThat(MARIADB.quote(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "key", "offset", "Account", "my table", "größe", "a\"b"})
    void anyOtherNameIsQuoted(String name) {
        assertThat(MARIADB.quote(name)).isEqualTo("`" + name + "`");
        assertThat(MARIADB.quote("a`b")).isEqualTo("`a``b`");
    }

    @Test
    void aLiteralWithABackslashRequiresTheModeInWhichItEscapes() throws Exception {
        assertThat(Rendered.sql(MARIADB, op -> op.commentOnTable("t", "C:\\orders")))
                .containsExactly(
                        "SET @headway_sql_mode = @@sql_mode, sql_mode = replace(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')",
                        "ALTER TABLE t COMMENT = 'C:\\\\orders'",
                        "SET sql_mode = @headway_sql_mode");
    }

    private static List<SqlStatement> statements(LiveSchema live, Directives directives) throws Exception {
        return Rendered.operations(MARIADB, directives).stream()
                .flatMap(operation -> MARIADB.render(operation, live).stream())
                .toList();
    }

    private static List<String> sql(LiveSchema live, Directives directives) throws Exception {
        return statements(live, directives).stream().map(SqlStatement::sql).toList();
    }

    private static void assertThatColumn(Function<ColumnTypes, ColumnOptions<?>> column, String sql) throws Exception {
        assertThat(Rendered.statements(MARIADB, op -> op.addColumn("t", c -> column.apply(c.column("a")))))
                .extracting(SqlStatement::sql)
                .containsExactly("ALTER TABLE t ADD COLUMN a " + sql);
    }

    /** A database with these tables. */
    private record Live(List<Table> existing) implements LiveSchema {
        @Override
        public List<String> tables() {
            return existing.stream().map(Table::name).toList();
        }

        @Override
        public Optional<Table> table(String name) {
            return existing.stream().filter(table -> table.name().equals(name)).findFirst();
        }

        @Override
        public List<Sequence> sequences() {
            return List.of();
        }

        @Override
        public List<View> views() {
            return List.of();
        }
    }
}
