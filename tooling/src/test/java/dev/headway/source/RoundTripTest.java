package dev.headway.source;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migration;
import dev.headway.dialect.Dialects;
import dev.headway.diff.SchemaDiff;
import dev.headway.op.Database;
import dev.headway.schema.Schema;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** From any schema to any other and back: a class is written and compiled, and when it has run, no difference is left. */
class RoundTripTest {
    private static final int PAIRS = Integer.getInteger("headway.pairs", 60);

    /** MariaDB takes so many times as long. */
    private static final int SLOWER = 30;

    /**
     * Two schemas, and what leads from one to the other and back.
     *
     * @param seed what they were made of
     * @param start makes the first
     * @param from the first
     * @param to the second
     * @param type the name of the class that leads there and back
     */
    private record Pair(long seed, TestRevision start, Schema from, Schema to, String type) {}

    @DatabaseTest
    void whatIsWrittenLeadsThereAndBack(TestDatabase database) throws Exception {
        long seed = Long.getLong("headway.seed", new Random().nextLong());
        Database kind = Database.valueOf(database.kind().toUpperCase(Locale.ROOT));
        SchemaDiff diff = new SchemaDiff(kind);
        Sources sources = new Sources();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < (kind == Database.MARIADB ? 1 + PAIRS / SLOWER : PAIRS); i++) {
            Pair pair = read(database, kind, seed + i, "Pair" + i);
            sources.add(pair.type(), kind, pair.to(), pair.from(), diff.between(pair.from(), pair.to()));
            pairs.add(pair);
        }
        Map<String, Migration> migrations = sources.compiled();
        for (Pair pair : pairs) {
            try {
                thereAndBack(database, diff, pair, migrations.get(pair.type()));
            } catch (RuntimeException | SQLException | AssertionError e) {
                throw new AssertionError(
                        "Pair -Dheadway.pairs=1 -Dheadway.seed=" + pair.seed() + ": " + e.getMessage() + "\n"
                                + sources.of(pair.type()),
                        e);
            }
        }
    }

    private static Pair read(TestDatabase database, Database kind, long seed, String type) throws SQLException {
        Random random = new Random(seed);
        TestRevision target = revision("target", new RandomSchema(kind, random.nextLong()));
        TestRevision start = revision("start", new RandomSchema(kind, random.nextLong()));
        database.clear();
        database.with(target).upgradeToHead();
        Schema to = read(database);
        database.clear();
        database.with(start).upgradeToHead();
        return new Pair(seed, start, read(database), to, type);
    }

    private static void thereAndBack(TestDatabase database, SchemaDiff diff, Pair pair, Migration migration)
            throws SQLException {
        database.clear();
        database.with(pair.start()).upgradeToHead();
        requireEqual(diff, pair.from(), read(database));

        TestRevision there = revision("there", migration::upgrade).after("start");
        database.with(pair.start(), there).upgradeToHead();
        requireEqual(diff, read(database), pair.to());

        TestRevision back = revision("back", migration::downgrade).after("there");
        database.with(pair.start(), there, back).upgradeToHead();
        requireEqual(diff, read(database), pair.from());
    }

    private static void requireEqual(SchemaDiff diff, Schema found, Schema wanted) {
        assertThat(diff.between(found, wanted).upgrade()).isEmpty();
    }

    private static Schema read(TestDatabase database) throws SQLException {
        return database.jdbi().withHandle(handle -> {
            Schema all = Dialects.of(handle.getConnection()).live(handle).read();
            return new Schema(
                    all.tables().stream()
                            .filter(table -> !table.name().startsWith("headway_"))
                            .toList(),
                    all.sequences(),
                    all.views(),
                    all.enums());
        });
    }
}
