package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.progress.LogEntry;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the default time zone")
class OwnTimesTest {
    private static final List<String> JVM_ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns");
    private static final List<String> SESSION_ZONES = List.of("+00:00", "-03:30", "+05:45");

    @DatabaseTest
    void historyAndLogShowExactTimesInEveryZone(TestDatabase database) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : JVM_ZONES) {
                for (String session : SESSION_ZONES) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zone));
                    database.clear();
                    Instant start = Instant.now().minusMillis(1);
                    migrator(database, session).upgradeToHead();
                    Instant end = Instant.now().plusMillis(1);

                    for (String reader : List.of(session, "+02:00")) {
                        TimeZone.setDefault(TimeZone.getTimeZone(reader.equals(session) ? zone : "Asia/Tokyo"));
                        Migrator other = migrator(database, reader);
                        LogEntry entry = other.log().get(0);
                        assertThat(List.of(
                                        other.history().get(0).appliedAt().orElseThrow(),
                                        entry.startedAt(),
                                        entry.endedAt().orElseThrow()))
                                .as(zone + " " + session + " " + reader)
                                .allMatch(time -> !time.isBefore(start) && !time.isAfter(end));
                    }
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static Migrator migrator(TestDatabase database, String zone) {
        return Migrations.on(Jdbi.create(() -> database.inZone(database.dataSource(), zone)))
                .registries(registry(revision("a", op -> op.createTable("a", t -> t.bigint("id")))));
    }
}
