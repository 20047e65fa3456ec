package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Database;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

class InsertTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final Instant INSTANT = Instant.parse("2024-02-29T23:59:58.123456Z");

    @DatabaseTest
    void findsInsertedUuidByHandle(TestDatabase database) {
        List<Integer> found = new ArrayList<>();

        database.with(revision("a", op -> {
                    op.createTable("a", t -> t.uuid("a_uuid"));
                    op.insert("a", Map.of("a_uuid", ID));
                    found.addAll(op.handle()
                            .createQuery("SELECT 1 FROM a WHERE a_uuid = :id")
                            .bind("id", ID)
                            .mapTo(Integer.class)
                            .list());
                }))
                .upgradeToHead();

        assertThat(found).containsExactly(1);
    }

    @DatabaseTest(Capability.TYPED_VALUES)
    void valuesOfAllKindsArriveAsTheyAre(TestDatabase database) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", 1L);
        row.put("a_boolean", true);
        row.put("a_decimal", new BigDecimal("12345678.90"));
        row.put("a_double", 1.5);
        row.put("a_text", "it's \\ ?, :name and é𝄞");
        row.put("a_date", LocalDate.of(2024, 2, 29));
        row.put("a_time", LocalTime.of(23, 59, 58));
        row.put("a_timestamp", LocalDateTime.of(2024, 2, 29, 23, 59, 58));
        row.put("an_instant", INSTANT);
        row.put("an_offset", INSTANT.atOffset(ZoneOffset.ofHours(5)));
        row.put("a_uuid", ID);
        row.put("bytes", new byte[] {0, 1, -1});
        row.put("unit", TimeUnit.DAYS);
        row.put("nothing", null);

        database.with(revision("a", op -> {
                    op.createTable("a", t -> {
                        t.bigint("id");
                        t.bool("a_boolean");
                        t.decimal("a_decimal", 10, 2);
                        t.doublePrecision("a_double");
                        t.text("a_text");
                        t.date("a_date");
                        t.time("a_time");
                        t.timestamp("a_timestamp");
                        t.timestamptz("an_instant");
                        t.timestamptz("an_offset");
                        t.uuid("a_uuid");
                        t.binary("bytes");
                        t.varchar("unit", 10);
                        t.integer("nothing");
                    });
                    op.insert("a", row);
                }))
                .upgradeToHead();

        database.jdbi()
                .useHandle(handle -> handle.createQuery("SELECT * FROM a")
                        .map((found, context) -> {
                            assertThat(found.getLong("id")).isEqualTo(1);
                            assertThat(found.getBoolean("a_boolean")).isTrue();
                            assertThat(found.getBigDecimal("a_decimal")).isEqualTo("12345678.90");
                            assertThat(found.getDouble("a_double")).isEqualTo(1.5);
                            assertThat(found.getString("a_text")).isEqualTo(row.get("a_text"));
                            assertThat(found.getObject("a_date", LocalDate.class))
                                    .isEqualTo(row.get("a_date"));
                            assertThat(found.getObject("a_time", LocalTime.class))
                                    .isEqualTo(row.get("a_time"));
                            assertThat(found.getObject("a_timestamp", LocalDateTime.class))
                                    .isEqualTo(row.get("a_timestamp"));
                            assertThat(found.getObject("an_instant", OffsetDateTime.class)
                                            .toInstant())
                                    .isEqualTo(INSTANT);
                            assertThat(found.getObject("an_offset", OffsetDateTime.class)
                                            .toInstant())
                                    .isEqualTo(INSTANT);
                            assertThat(found.getObject("a_uuid", UUID.class)).isEqualTo(ID);
                            assertThat(found.getBytes("bytes")).containsExactly(0, 1, -1);
                            assertThat(found.getString("unit")).isEqualTo("DAYS");
                            assertThat(found.getObject("nothing")).isNull();
                            return found.getLong("id");
                        })
                        .one());
    }

    @DatabaseTest
    void rowsMayHaveNullsInDifferentPlaces(TestDatabase database) {
        database.with(revision("a", op -> {
                    op.createTable("a", t -> {
                        t.integer("x");
                        t.text("y");
                    });
                    op.insert("a", List.of(row(null, "b"), row(1, null), row(2, "c")));
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT concat(coalesce(x, 0), coalesce(y, '-')) FROM a"))
                .containsExactlyInAnyOrder("0b", "1-", "2c");
    }

    @DatabaseTest
    void manyRowsAreOneStatementOfTheStep(TestDatabase database) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(Map.of("id", i, "name", "n" + i));
        }

        database.with(revision("a", op -> {
                    op.createTable("a", t -> {
                        t.integer("id");
                        t.varchar("name", 10);
                    });
                    op.insert("a", rows);
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT count(*) FROM a")).containsExactly("5000");
        assertThat(database.column("SELECT statements FROM headway_log")).containsExactly("2");
    }

    @DatabaseTest(Capability.TYPED_VALUES)
    void aRefusedRowIsToldInTheDatabasesWords(TestDatabase database) {
        assertThatThrownBy(() -> database.with(revision("a", op -> {
                            op.createTable("a", t -> t.integer("id").primaryKey());
                            op.insert("a", List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 1)));
                        }))
                        .upgradeToHead())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("failed on upgrade at its statement 2:\n  INSERT INTO a (id) VALUES (?)\n"
                        + database.kind() + " says: ")
                .hasMessageContaining("(SQL state 23");
    }

    @DatabaseTest({Capability.TRANSACTIONAL_DDL, Capability.TYPED_VALUES})
    void postgresReadsATextAsAValueOfTheTypeOfItsColumn(TestDatabase database) {
        database.with(revision(
                        "a",
                        op -> op.on(Database.POSTGRESQL, on -> {
                            on.createEnum("unit", "DAYS", "HOURS");
                            on.createTable("a", t -> {
                                t.uuid("a_uuid");
                                t.json("a_json");
                                t.enumerated("a_unit", "unit", "DAYS", "HOURS");
                                t.timestamptz("an_instant");
                                t.integer("number");
                                t.text("a_text");
                            });
                            on.insert(
                                    "a",
                                    Map.of(
                                            "a_uuid",
                                            ID.toString(),
                                            "a_json",
                                            "{\"a\": [1]}",
                                            "a_unit",
                                            TimeUnit.DAYS,
                                            "an_instant",
                                            INSTANT.toString(),
                                            "number",
                                            "7",
                                            "a_text",
                                            "{}"));
                        })))
                .upgradeToHead();

        assertThat(database.rows("SELECT a_json->'a'->>0 AS j, a_unit::text AS u, number AS n, a_text AS t FROM a"))
                .containsExactly(Map.of("j", "1", "u", "DAYS", "n", 7, "t", "{}"));
    }

    @DatabaseTest({Capability.COMMITTING_DDL, Capability.STANDARD_SQL})
    void h2ReadsATextAsUuidAndTimeButKeepsItATextWithinJson(TestDatabase database) {
        database.with(revision(
                        "a",
                        op -> op.on(Database.H2, on -> {
                            on.createTable("a", t -> {
                                t.uuid("a_uuid");
                                t.json("a_json");
                                t.timestamptz("an_instant");
                            });
                            on.insert(
                                    "a",
                                    Map.of("a_uuid", ID.toString(), "a_json", "{}", "an_instant", INSTANT.toString()));
                            on.execute("INSERT INTO a (a_json) VALUES (? FORMAT JSON)", "{}");
                        })))
                .upgradeToHead();

        assertThat(database.column("SELECT cast(a_json AS varchar) FROM a")).containsExactly("\"{}\"", "{}");
    }

    @DatabaseTest
    void argumentsOfAStatementAreBoundByTheDriverAlone(TestDatabase database) {
        database.with(revision("a", op -> {
                    op.createTable("a", t -> {
                        t.integer("id");
                        t.text("b");
                    });
                    op.execute("INSERT INTO a VALUES (?, concat(':x ?', ?)) -- :y ?", 1, "z");
                    op.execute("INSERT INTO a VALUES (:x, :y)", row(2, null));
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT b FROM a ORDER BY id")).isEqualTo(Arrays.asList(":x ?z", null));
    }

    private static Map<String, Object> row(Object x, Object y) {
        Map<String, Object> row = new HashMap<>();
        row.put("x", x);
        row.put("y", y);
        return row;
    }
}
