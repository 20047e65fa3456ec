package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.DatabaseTest;
import dev.headway.testing.RequiresDatabase;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.Isolated;
import org.mariadb.jdbc.MariaDbDataSource;

@Isolated("changes the default time zone")
@RequiresDatabase("MariaDB")
class TimeZonesTest {
    private static final List<String> JVM_ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns");

    /** Both hours that clocks in Berlin show as 02:30, and the hour before the one that they skip. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2024-10-27T00:30:00.123456Z"),
            Instant.parse("2024-10-27T01:30:00Z"),
            Instant.parse("2024-03-31T01:30:00Z"),
            Instant.parse("1970-01-02T00:00:00Z"));

    @DatabaseTest
    void storesPointsInTimeExactlyInEveryZone(TestDatabase database) throws SQLException {
        if (!database.kind().equals("MariaDB")) {
            return;
        }
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : JVM_ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (String session : List.of("+00:00", "-03:30", "+05:45")) {
                    for (String option : List.of("", "&preserveInstants=true", "&timezone=-05:00")) {
                        database.clear();
                        assertExact(database, session, option);
                    }
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void assertExact(TestDatabase database, String session, String option) throws SQLException {
        String url = database.url() + (database.url().contains("?") ? "" : "?") + option;
        LocalDateTime local = LocalDateTime.parse("2024-03-31T02:30:00.5");
        MariaDbDataSource dataSource = new MariaDbDataSource(url);
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        Migrations.on(dataSource)
                .registries(registry(revision("a", op -> {
                    op.createTable("a", t -> {
                        t.integer("id");
                        t.timestamptz("at");
                        t.timestamp("utc");
                        t.timestamp("local");
                    });
                    op.execute("SET time_zone = '" + session + "'");
                    for (int i = 0; i < TIMES.size(); i++) {
                        Instant time = TIMES.get(i);
                        op.insert("a", Map.of("id", i, "at", time, "utc", time, "local", local));
                        op.execute(
                                "INSERT INTO a VALUES (?, ?, ?, ?)",
                                i,
                                time.atZone(ZoneId.of("Asia/Tokyo")),
                                time,
                                local);
                    }
                })))
                .upgradeToHead();

        assertThat(database.column("SELECT concat(unix_timestamp(at), ' ', utc, ' ', local) FROM a ORDER BY id"))
                .as(TimeZone.getDefault().getID() + " " + session + " " + option)
                .containsExactly(
                        "1729989000.123456 2024-10-27 00:30:00.123456 2024-03-31 02:30:00.500000",
                        "1729989000.123456 2024-10-27 00:30:00.123456 2024-03-31 02:30:00.500000",
                        "1729992600.000000 2024-10-27 01:30:00.000000 2024-03-31 02:30:00.500000",
                        "1729992600.000000 2024-10-27 01:30:00.000000 2024-03-31 02:30:00.500000",
                        "1711848600.000000 2024-03-31 01:30:00.000000 2024-03-31 02:30:00.500000",
                        "1711848600.000000 2024-03-31 01:30:00.000000 2024-03-31 02:30:00.500000",
                        "86400.000000 1970-01-02 00:00:00.000000 2024-03-31 02:30:00.500000",
                        "86400.000000 1970-01-02 00:00:00.000000 2024-03-31 02:30:00.500000");
    }
}
