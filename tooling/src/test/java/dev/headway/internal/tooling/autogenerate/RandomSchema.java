package dev.headway.internal.tooling.autogenerate;

import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.op.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes schemas that have names in common, and differ in all that schemas can differ in. */
final class RandomSchema implements Directives {
    /** Names of tables, few enough that two schemas have some in common. */
    static final List<String> TABLES =
            List.of("account", "order", "line item", "a.b", "Größe", "it's", "say \"so\"", "x".repeat(50));

    private final Database database;
    private final Random random;
    private final List<Consumer<Operations>> directives = new ArrayList<>();

    RandomSchema(Database database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        if (!database.equals(Database.SQLITE) && !database.equals(Database.MYSQL)) {
            sequences();
        }
        boolean hasEnum = database.equals(Database.POSTGRESQL) && random.nextBoolean();
        if (hasEnum) {
            String[] values = random.nextInt(3) == 0
                    ? new String[] {"sad", "happy"}
                    : random.nextBoolean() ? new String[] {"sad", "happy", "it's ok"} : new String[] {"happy", "sad"};
            directives.add(op -> op.createEnum("Mood", values));
        }
        List<String> tables = new ArrayList<>();
        RandomChoice choice = new RandomChoice(random);
        for (String table : TABLES) {
            if (choice.in(2, 3)) {
                directives.add(new RandomTable(database, choice, table, tables, hasEnum));
                tables.add(table);
            }
        }
        circle(tables);
        views(tables);
    }

    private void sequences() {
        for (String name : List.of("numbers", "Some more")) {
            if (random.nextBoolean()) {
                int step = random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(2);
                boolean cycle = random.nextBoolean();
                boolean limited = random.nextBoolean() || step < 0; // H2 cannot change one that goes down for ever
                directives.add(op -> op.createSequence(name, sequence -> {
                    sequence.incrementBy(step).startWith(step * 10L);
                    if (limited) {
                        sequence.minValue(Math.min(1, step * 1000L)).maxValue(Math.max(-1, step * 1000L));
                    }
                    if (cycle) {
                        sequence.cycle();
                    }
                }));
            }
        }
    }

    /** Lets two tables point at each other. */
    private void circle(List<String> tables) {
        if (tables.size() < 2 || random.nextBoolean() || database.equals(Database.SQLITE)) {
            return;
        }
        String first = Sql.name(tables.get(0));
        String last = Sql.name(tables.get(tables.size() - 1));
        directives.add(op -> {
            op.addColumn(first, c -> c.bigint("forth"));
            op.addColumn(last, c -> c.bigint("back"));
            op.addForeignKey("fk forth", first, "forth").references(last, "id");
            op.addForeignKey("fk back", last, "back").references(first, "id");
        });
    }

    private void views(List<String> tables) {
        if (tables.isEmpty() || random.nextBoolean()) {
            return;
        }
        String table = quoted(tables.get(0));
        String other = quoted(tables.get(random.nextInt(tables.size())));
        int limit = random.nextInt(2);
        directives.add(op -> {
            op.createView("seen", "SELECT id FROM " + table + " WHERE id > " + limit);
            op.createView("Fewer", "SELECT id, 'it''s' AS " + quoted("Why?") + " FROM seen WHERE id > 10");
            op.createView("both", "SELECT one.id FROM " + table + " one JOIN " + other + " other ON other.id = one.id");
        });
    }

    private String quoted(String name) {
        return Databases.of(database).dialect(Version.LATEST).quote(name);
    }

    @Override
    public void applyTo(Operations op) {
        directives.forEach(directive -> directive.accept(op));
    }
}
