package dev.headway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.error.DatabaseAccessException;
import dev.headway.op.Directives;
import dev.headway.op.Operation.CreateTable;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads of MySQL what its information schema omits, escapes or truncates, and writes it again unchanged. */
class MySqlReadingTest {
    private static final String TABLE = """
            CREATE TABLE a (
              id int PRIMARY KEY AUTO_INCREMENT,
              n varchar(10) DEFAULT 'NULL',
              q varchar(20) DEFAULT 'it''s \\\\ x\\n\\r',
              t longtext DEFAULT ('hello ''w'' \\\\ b'),
              j json DEFAULT ('{"a": 1}'),
              k json DEFAULT (json_object('a', 1)),
              b blob DEFAULT (X'00ff41'),
              bin binary(4) DEFAULT X'00ff',
              vb varbinary(10) DEFAULT X'004127',
              bits bit(8) DEFAULT b'101',
              flag boolean DEFAULT true,
              d decimal(10, 2) DEFAULT 1.5,
              size int unsigned zerofill DEFAULT 7,
              u char(36) DEFAULT (uuid()),
              ts timestamp(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
              changed timestamp NULL ON UPDATE CURRENT_TIMESTAMP,
              since timestamp DEFAULT '2020-01-01 12:00:00',
              dt datetime(6) DEFAULT '2020-01-01 00:00:00',
              da date DEFAULT (current_date),
              ti time(6) DEFAULT '10:00:00',
              e enum('a', 'it''s', 'b\\\\c') DEFAULT 'it''s' COMMENT 'x\\\\y ''z',
              g geometry NOT NULL SRID 4326,
              p point NOT NULL,
              gv varchar(100) GENERATED ALWAYS AS (concat(n, 'it''s \\\\ ', q)) VIRTUAL COMMENT 'c',
              gs varchar(100) GENERATED ALWAYS AS (upper(n)) STORED NOT NULL,
              gg geometry GENERATED ALWAYS AS (g) STORED SRID 4326 COMMENT 'g',
              c varchar(10) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'a',
              y year DEFAULT 2020,
              s set('x', 'y') DEFAULT 'x,y',
              f int COLUMN_FORMAT FIXED,
              `back``tick, (` int DEFAULT -5,
              KEY k1 (n DESC, q(5)),
              KEY kf ((lower(n)), (concat(q, 'it''s \\\\')) DESC, id),
              UNIQUE KEY uf ((upper(q))),
              UNIQUE KEY un (n),
              UNIQUE KEY und (n DESC),
              FULLTEXT KEY ft (n),
              SPATIAL KEY sp (g)
            ) COMMENT 'it''s \\\\ table'""";

    @DatabaseTest(Capability.MYSQL_SYNTAX)
    void createsTheSameTableFromWhatItRead(TestDatabase database) {
        database.execute(TABLE);
        List<String> before = definition(database, "a");
        Table read = ask(database, live -> live.table("a").orElseThrow());

        assertThat(ask(database, LiveSchema::all)).containsExactly(withoutFormat(read));
        run(database, op -> {
            op.dropTable("a");
            op.apply(new CreateTable(read, false, null, null));
        });

        assertThat(definition(database, "a")).isEqualTo(before);
    }

    /** Only the definition of one table has it, and InnoDB ignores it. */
    private static Table withoutFormat(Table table) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> column.name().equals("f")
                                ? new Column("f", new ColumnType.Native("int(11)"), true, null, null, null, null, null)
                                : column)
                        .toList(),
                table.constraints(),
                table.indexes(),
                table.comment());
    }

    @DatabaseTest(Capability.MYSQL_SYNTAX)
    void changesOneAttributeOfAColumnAndKeepsTheOthers(TestDatabase database) {
        database.execute(TABLE);
        List<String> before = definition(database, "a");
        Table read = ask(database, live -> live.table("a").orElseThrow());

        run(database, op -> {
            for (Column column : read.columns()) {
                op.commentOnColumn("a", column.name(), "it's \\ other");
            }
        });
        assertThat(String.join("\n", definition(database, "a")).split("COMMENT 'it''s .. other'", -1))
                .hasSize(read.columns().size() + 1);
        database.execute("DELETE FROM headway_revision");
        run(database, op -> {
            for (Column column : read.columns()) {
                op.commentOnColumn("a", column.name(), column.comment());
            }
        });

        assertThat(definition(database, "a")).isEqualTo(before);
    }

    @DatabaseTest(Capability.MYSQL_SYNTAX)
    void readsTheDefaultOfATimestampInTheZoneOfTheSession(TestDatabase database) {
        database.execute("CREATE TABLE a (at timestamp DEFAULT '2020-01-01 12:00:00')");

        database.jdbi().useHandle(handle -> {
            handle.execute("SET time_zone = '+03:00'");
            String told = handle.createQuery("SHOW CREATE TABLE a")
                    .map((row, context) -> row.getString(2))
                    .one();
            Column at = live(handle).all().get(0).columns().get(0);
            String expected = String.valueOf(at.defaultValue()).replaceAll(".*sql=|\\].*", "");
            assertThat(told).contains("DEFAULT " + expected);
        });
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void readsAnIndexOnManyLongColumns(TestDatabase database) {
        List<String> columns = Stream.iterate(10, n -> n + 1)
                .limit(16)
                .map(n -> "c".repeat(60) + n)
                .toList();
        database.execute("CREATE TABLE a (" + String.join(" int, ", columns) + " int)");
        database.execute("CREATE INDEX ix ON a (" + String.join(", ", columns) + ")");
        database.execute("ALTER TABLE a ADD CONSTRAINT uq UNIQUE (" + String.join(", ", columns) + ")");

        Table read = ask(database, live -> live.table("a").orElseThrow());

        assertThat(read.index("ix").orElseThrow().keys())
                .extracting(Index.Key::text)
                .isEqualTo(columns);
        assertThat(read.constraint("uq").orElseThrow().columns()).isEqualTo(columns);
    }

    /** A constraint can't express a unique index on expressions, which is dropped as what it is. */
    @DatabaseTest(Capability.MYSQL_SYNTAX)
    void dropsAnIndexThatIsNoConstraint(TestDatabase database) {
        database.execute("CREATE TABLE a (n varchar(9), UNIQUE KEY uq ((lower(n))))");

        run(database, op -> op.dropConstraint("uq", "a"));

        assertThat(ask(database, live -> live.table("a").orElseThrow()).indexes())
                .isEmpty();
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void readsAnIndexThatHasTheNameOfAForeignKeyButMoreColumns(TestDatabase database) {
        database.execute("CREATE TABLE a (id int PRIMARY KEY, b int, c int, KEY fk (b, c), UNIQUE KEY uq (c),"
                + " CONSTRAINT fk FOREIGN KEY (b) REFERENCES a (id), CONSTRAINT uq FOREIGN KEY (c) REFERENCES a (id))");

        Table read = ask(database, live -> live.table("a").orElseThrow());

        assertThat(read.indexes()).containsExactly(Index.on("fk", "a", "b", "c"));
        assertThat(read.constraints())
                .extracting(constraint -> constraint.name() + constraint.columns())
                .containsExactly("PRIMARY[id]", "uq[c]", "fk[b]", "uq[c]");
    }

    /** Not in the schema of the test, which MariaDB opens to all users for its name. */
    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void readsTheViewOfAnotherUserOrReportsItsName(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA seen");
        database.execute("CREATE TABLE seen.a (id int)");
        database.execute("CREATE VIEW seen.v AS SELECT id FROM seen.a WHERE id > 7 WITH LOCAL CHECK OPTION");
        database.execute("CREATE USER reader@localhost IDENTIFIED BY 'right'");
        database.execute("GRANT SELECT ON seen.* TO reader@localhost");
        String url = database.url().replaceFirst("/test_\\d+", "/seen");
        try {
            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> views(url, "reader", "right"))
                    .withMessageStartingWith("Cannot read view 'v', which another user defined and this user may not"
                            + " see. Run GRANT SHOW VIEW, SELECT ON `v` for this user: ");
            database.execute("GRANT SHOW VIEW ON seen.* TO reader@localhost");
            List<View> read = views(url, "reader", "right");
            assertThat(read).isEqualTo(views(url, database.user(), database.password()));
            assertThat(read.get(0).query()).endsWith(" WITH LOCAL CHECK OPTION");
        } finally {
            database.execute("DROP USER reader@localhost");
        }
    }

    private static List<View> views(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Handle handle = Jdbi.create(connection).open()) {
            return live(handle).views();
        }
    }

    private static void run(TestDatabase database, Directives directives) {
        database.with(TestRevision.revision("a", directives)).upgradeToHead();
    }

    private static <T> T ask(TestDatabase database, Function<LiveSchema, T> question) {
        return database.jdbi().withHandle(handle -> question.apply(live(handle)));
    }

    private static LiveSchema live(Handle handle) {
        try {
            return Databases.detect(handle.getConnection()).read(() -> handle);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the lines of a definition in no order, without the next number of a row. */
    private static List<String> definition(TestDatabase database, String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SHOW CREATE TABLE " + table)
                        .map((row, context) -> row.getString(2))
                        .one())
                .replaceAll(" AUTO_INCREMENT=\\d+", "")
                .lines()
                .map(line -> line.replaceAll(",$", ""))
                .sorted()
                .toList();
    }
}
