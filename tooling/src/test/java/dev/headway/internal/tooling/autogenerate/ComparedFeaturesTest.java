package dev.headway.internal.tooling.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.error.HeadwayException;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.DatabaseSchema;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table in {@code docs/autogenerate.md} of what is compared on which database is what comparing finds. */
class ComparedFeaturesTest {
    private static final Path DOCUMENTATION = Path.of("../docs/autogenerate.md");
    private static final List<String> OTHERS = List.of("audit");

    @DatabaseTest
    void isWhatTheDocumentationSays(TestDatabase database) throws IOException, SQLException {
        Database kind = new Database(database.kind());
        Map<String, String> found = new LinkedHashMap<>();
        database.jdbi().useHandle(handle -> {
            ConnectedDatabase connected = ConnectedDatabase.of(handle);
            for (ComparedFeature feature : ComparedFeature.all(kind)) {
                found.put(feature.name(), found(connected, feature));
            }
        });

        assertThat(found).isEqualTo(documented(database.kind()));
    }

    private static String found(ConnectedDatabase connected, ComparedFeature feature) throws SQLException {
        List<String> others = feature.name().equals("other schemas") ? OTHERS : List.of();
        try {
            connected.read(others);
            DatabaseSchema one = built(connected, others, feature.one());
            DatabaseSchema other = built(connected, others, feature.other());
            Selection selection = Selection.of(others, List.of(), List.of());
            List<String> differences = new SchemaComparer(connected, selection, false)
                    .compare(one, scratch -> other)
                    .lines();
            return differences.isEmpty() ? "no" : "yes";
        } catch (HeadwayException theDatabaseHasNone) {
            return "–";
        }
    }

    private static DatabaseSchema built(ConnectedDatabase connected, List<String> others, Directives directives)
            throws SQLException {
        return connected.build(
                others, sink -> Operations.perform(RevisionInfo.of("feature", "feature"), directives, sink));
    }

    /** Returns a column of the table, by what stands before it. */
    private static Map<String, String> documented(String database) throws IOException {
        List<List<String>> rows = Files.readAllLines(DOCUMENTATION).stream()
                .dropWhile(line -> !line.equals("## What is compared"))
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        int column = rows.get(0).indexOf(database);
        Map<String, String> cells = new LinkedHashMap<>();
        rows.stream().skip(2).forEach(row -> cells.put(row.get(1), row.get(column)));
        return cells;
    }
}
