package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.MigrationFailedException;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class LargeInsertTest {

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> Map.<String, Object>of("id", (long) id))
                .toList();
    }

    @DatabaseTest
    void insertsAllRowsAsOneStatement(TestDatabase database) {
        database.with(
                        table("a"),
                        revision("b", op -> op.insert("a", rows(2_500))).after("a"))
                .upgradeToHead();

        assertThat(database.column("SELECT count(*) FROM a WHERE id BETWEEN 0 AND 2499"))
                .containsExactly("2500");
        assertThat(database.column("SELECT statements FROM headway_log WHERE revision = 'b'"))
                .containsExactly("1");
    }

    @DatabaseTest
    void keepsNoRowAndReportsNumberIfLaterRowFails(TestDatabase database) {
        List<Map<String, Object>> rows = new ArrayList<>(rows(2_500));
        rows.set(2_300, Map.of("id", 7L));

        assertThatThrownBy(() -> database.with(
                                table("a"),
                                revision("b", op -> op.insert("a", rows)).after("a"))
                        .upgradeToHead())
                .isInstanceOf(MigrationFailedException.class)
                .message()
                .containsPattern("row 2301 of 2500|rows 2001 to 2500 of 2500");

        assertThat(database.column("SELECT count(*) FROM a")).containsExactly("0");
    }

    @DatabaseTest
    void insertsTimesAndNullsAsOneStatement(TestDatabase database) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long id = 0; id < 10; id++) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", id);
            row.put("at", id % 2 == 0 ? null : Instant.ofEpochSecond(1_700_000_000));
            rows.add(row);
        }

        database.with(
                        revision(
                                "a",
                                op -> op.createTable("a", t -> {
                                    t.bigint("id");
                                    t.timestamptz("at");
                                })),
                        revision("b", op -> op.insert("a", rows)).after("a"))
                .upgradeToHead();

        assertThat(database.column("SELECT count(at) FROM a")).containsExactly("5");
        assertThat(database.column("SELECT statements FROM headway_log WHERE revision = 'b'"))
                .containsExactly("1");
    }
}
