package dev.headway.internal.tooling.autogenerate;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migration;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.DatabaseSchema;
import dev.headway.op.Database;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/**
 * From any schema to any other and back: a class is written and compiled, and when it has run, no difference is left. Each run
 * tries the same pairs, so that it fails for what was changed; {@code -Dheadway.seed=1000} tries others, and
 * {@code -Dheadway.pairs=500} more.
 */
class RoundTripTest {
    private static final Map<Database, Integer> PAIRS_IN_PROCESS = Map.of(Database.H2, 50, Database.SQLITE, 100);

    /** How many pairs are tried: fewer where a pair takes longer. */
    private static int pairs(Database database) {
        return Integer.getInteger("headway.pairs", PAIRS_IN_PROCESS.getOrDefault(database, 25));
    }

    /**
     * Two schemas.
     *
     * @param seed what they were made of
     * @param start makes the first
     * @param from the first
     * @param to the second
     * @param type the name of the class that leads there and back
     */
    private record Pair(long seed, TestRevision start, DatabaseSchema from, DatabaseSchema to, String type) {
        /** Lets names count in every second one. */
        boolean isStrict() {
            return seed % 2 == 0;
        }
    }

    @TempDir
    private Path folder;

    @DatabaseTest
    void whatIsWrittenLeadsThereAndBack(TestDatabase database) throws Exception {
        long seed = Long.getLong("headway.seed", 0);
        Database kind = new Database(database.kind());
        System.out.println(database.kind() + ": random schemas of -Dheadway.seed=" + seed);
        CompiledMigrations sources = new CompiledMigrations();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < pairs(kind); i++) {
            Pair pair = read(database, kind, seed + i, "Pair" + i);
            sources.add(pair.type(), compare(database, pair.from(), pair.to(), pair.isStrict()));
            pairs.add(pair);
        }
        Map<String, Migration> migrations = sources.compiledIn(folder);
        assertThat(pairs).allSatisfy(pair -> {
            try {
                thereAndBack(database, pair, migrations.get(pair.type()));
            } catch (RuntimeException | SQLException | AssertionError e) {
                throw new AssertionError(
                        "\n" + sources.of(pair.type()) + "\n" + e.getMessage() + "\nTo see it again: -Dheadway.pairs=1"
                                + " -Dheadway.seed=" + pair.seed(),
                        e);
            }
        });
    }

    private static Pair read(TestDatabase database, Database kind, long seed, String type) throws SQLException {
        Random random = new Random(seed);
        TestRevision target = revision("target", new RandomSchema(kind, random.nextLong()));
        TestRevision start = revision("start", new RandomSchema(kind, random.nextLong()));
        database.clear();
        database.with(target).upgradeToHead();
        DatabaseSchema to = read(database);
        database.clear();
        database.with(start).upgradeToHead();
        return new Pair(seed, start, read(database), to, type);
    }

    private static void thereAndBack(TestDatabase database, Pair pair, Migration migration) throws SQLException {
        database.clear();
        database.with(pair.start()).upgradeToHead();
        requireEqual(database, pair, pair.from());

        TestRevision there = revision("there", migration::upgrade).after("start");
        database.with(pair.start(), there).upgradeToHead();
        requireEqual(database, pair, pair.to());

        TestRevision back = revision("back", migration::downgrade).after("there");
        database.with(pair.start(), there, back).upgradeToHead();
        requireEqual(database, pair, pair.from());
    }

    private static void requireEqual(TestDatabase database, Pair pair, DatabaseSchema wanted) throws SQLException {
        assertThat(compare(database, read(database), wanted, pair.isStrict()).lines())
                .isEmpty();
    }

    private static Comparison compare(
            TestDatabase database, DatabaseSchema from, DatabaseSchema to, boolean strictNames) throws SQLException {
        return database.jdbi()
                .withHandle(handle -> new SchemaComparer(ConnectedDatabase.of(handle), Selection.ALL, strictNames)
                        .compare(from, scratch -> to));
    }

    private static DatabaseSchema read(TestDatabase database) throws SQLException {
        return database.jdbi().withHandle(handle -> ConnectedDatabase.of(handle).read(List.of()));
    }
}
