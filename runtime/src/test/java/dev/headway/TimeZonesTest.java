package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.op.Directives;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.parallel.Isolated;

/** A point in time is stored as such, and in UTC in a column without a zone. */
@Isolated("changes the default time zone")
class TimeZonesTest {
    private static final List<String> JVM_ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns");
    private static final List<String> SESSION_ZONES = List.of("-03:30", "+05:45");

    /** Both hours that clocks in Berlin show as 02:30, the hour that they skip, and times that not every type has. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2024-10-27T00:30:00.123456Z"),
            Instant.parse("2024-10-27T01:30:00Z"),
            Instant.parse("2024-03-31T01:30:00Z"),
            Instant.parse("1970-01-02T00:00:00Z"),
            Instant.parse("2038-01-19T03:14:07Z"));

    private static final Instant PRESET = Instant.parse("2026-02-28T08:30:00.25Z");

    private static final LocalDateTime LOCAL = LocalDateTime.parse("2024-03-31T02:30:00.5");

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @DatabaseTest
    void storesPointsInTimeExactlyInEveryZone(TestDatabase database) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : JVM_ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (String session : SESSION_ZONES) {
                    for (String option : driverOptions(database)) {
                        database.clear();
                        assertExact(database, session, option);
                    }
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static List<String> driverOptions(TestDatabase database) {
        return switch (database.kind()) {
            case "MariaDB" -> List.of("", "preserveInstants=true", "timezone=-05:00");
            case "MySQL" ->
                List.of(
                        "",
                        "connectionTimeZone=SERVER",
                        "connectionTimeZone=-05:00&forceConnectionTimeZoneToSession=true",
                        "preserveInstants=false");
            default -> List.of("");
        };
    }

    private static void assertExact(TestDatabase database, String session, String option) throws SQLException {
        Directives rows = op -> {
            op.createTable("a", t -> {
                t.integer("id");
                t.timestamptz("at");
                t.timestamp("utc");
                t.timestamp("local");
                t.timestamptz("preset").defaultsTo(PRESET);
                t.timestamp("preset_utc").defaultsTo(PRESET);
            });
            for (int i = 0; i < TIMES.size(); i++) {
                Instant time = TIMES.get(i);
                op.insert("a", Map.of("id", i, "at", time, "utc", time, "local", LOCAL));
                op.execute(
                        "INSERT INTO a (id, at, utc, local) VALUES (?, ?, ?, ?)",
                        i,
                        time.atZone(ZoneId.of("Asia/Tokyo")),
                        time,
                        LOCAL);
                op.execute(
                        "UPDATE a SET utc = :utc WHERE id = :id AND local = :local",
                        Map.of("utc", time.atOffset(ZoneOffset.ofHours(3)), "id", i, "local", LOCAL));
            }
        };
        Migrations.on(Jdbi.create(() -> database.inZone(database.dataSource(option), session)))
                .registries(registry(revision("a", rows)))
                .upgradeToHead();

        List<String> expected = new ArrayList<>();
        for (Instant time : TIMES) {
            for (int i = 0; i < 2; i++) {
                String utc = TEXT.format(time);
                expected.add(
                        String.join(" | ", utc, utc, TEXT.format(LOCAL), TEXT.format(PRESET), TEXT.format(PRESET)));
            }
        }
        assertThat(rows(database))
                .as(TimeZone.getDefault().getID() + " " + session + " " + option)
                .containsExactlyElementsOf(expected);
    }

    private static List<String> rows(TestDatabase database) throws SQLException {
        String format = switch (database.kind()) {
            case "PostgreSQL" -> "to_char(%s, 'YYYY-MM-DD HH24:MI:SS.US')";
            case "H2" -> "formatdatetime(%s, 'yyyy-MM-dd HH:mm:ss.SSSSSS')";
            case "SQLite" -> "substr(%1$s || CASE length(%1$s) WHEN 19 THEN '.' ELSE '' END || '000000', 1, 26)";
            default -> "date_format(%s, '%%Y-%%m-%%d %%H:%%i:%%s.%%f')";
        };
        String atUtc = database.kind().equals("H2") ? " AT TIME ZONE 'UTC'" : "";
        String columns = Stream.of("at" + atUtc, "utc", "local", "preset" + atUtc, "preset_utc")
                .map(format::formatted)
                .collect(Collectors.joining(", "));
        try (Connection connection = database.inZone(database.dataSource(), "+00:00");
                Handle handle = Jdbi.create(connection).open()) {
            return handle.createQuery("SELECT " + columns + " FROM a ORDER BY id")
                    .map((row, context) -> String.join(
                            " | ",
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)))
                    .list();
        }
    }
}
