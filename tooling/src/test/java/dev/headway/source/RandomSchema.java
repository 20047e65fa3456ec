package dev.headway.source;

import dev.headway.dialect.Dialects;
import dev.headway.op.ColumnDraft;
import dev.headway.op.ColumnTypes;
import dev.headway.op.Columns;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.ForeignKeyDraft;
import dev.headway.op.IndexOptions;
import dev.headway.op.Operations;
import dev.headway.op.Sql;
import dev.headway.op.TableDraft;
import dev.headway.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Makes schemas that have names in common, and differ in all that schemas can differ in. */
final class RandomSchema implements Directives {
    private static final List<String> TABLES =
            List.of("account", "order", "line item", "a.b", "Größe", "it's", "say \"so\"", "x".repeat(50));
    private static final List<String> COLUMNS = List.of(
            "email",
            "key",
            "two words",
            "Mixed",
            "semi;colon",
            "it's",
            "back`tick",
            "note",
            "größe",
            "dot.ted",
            "select",
            "n");

    private final Database database;
    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final List<Consumer<Operations>> directives = new ArrayList<>();

    RandomSchema(Database database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        List<String> tables = new ArrayList<>();
        if (hasSequences()) {
            sequences();
        }
        boolean enums = database == Database.POSTGRESQL && random.nextBoolean();
        if (enums) {
            String[] values = random.nextInt(3) == 0
                    ? new String[] {"sad", "happy"}
                    : random.nextBoolean() ? new String[] {"sad", "happy", "it's ok"} : new String[] {"happy", "sad"};
            directives.add(op -> op.createEnum("Mood", values));
        }
        for (String table : TABLES) {
            if (random.nextInt(3) > 0) {
                table(table, tables, enums);
                tables.add(table);
            }
        }
        circle(tables);
        views(tables);
    }

    private boolean hasSequences() {
        return database != Database.SQLITE;
    }

    private void sequences() {
        for (String name : List.of("numbers", "Some more")) {
            if (random.nextBoolean()) {
                int increment = 1 + random.nextInt(3);
                boolean cycle = random.nextBoolean();
                boolean limited = random.nextBoolean();
                directives.add(op -> op.createSequence(name, s -> {
                    s.incrementBy(increment);
                    if (limited) {
                        s.maxValue(1000L * increment);
                    }
                    if (cycle) {
                        s.cycle();
                    }
                }));
            }
        }
    }

    private void table(String name, List<String> others, boolean enums) {
        List<Consumer<TableDraft>> parts = new ArrayList<>();
        boolean numbered = database == Database.SQLITE || random.nextInt(4) > 0;
        parts.add(t -> (numbered ? t.bigint("id").identity() : t.bigint("id")).primaryKey());
        List<String> numbers = new ArrayList<>();
        List<String> indexable = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String column = COLUMNS.get(i);
            if (random.nextInt(3) > 0) {
                boolean number = i % 4 == 0;
                parts.add(column(name, column, i % 4, enums));
                if (number) {
                    numbers.add(column);
                }
                if (i % 4 != 1) {
                    indexable.add(column);
                }
            }
        }
        for (String other : others) {
            if (random.nextInt(4) == 0) {
                String column = "to " + TABLES.indexOf(other);
                boolean named = random.nextBoolean();
                ReferentialAction action =
                        pick(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE, ReferentialAction.SET_NULL);
                String key = "fk " + TABLES.indexOf(name) + " " + TABLES.indexOf(other);
                parts.add(t -> {
                    ColumnDraft draft = t.bigint(column);
                    if (named) {
                        t.foreignKey(key, column)
                                .references(Sql.name(other), "id")
                                .onDelete(action);
                    } else {
                        draft.references(Sql.name(other), "id", k -> k.onDelete(action));
                    }
                });
            }
        }
        if (!numbers.isEmpty() && random.nextBoolean()) {
            String column = numbers.get(0);
            int limit = random.nextInt(3);
            parts.add(t -> t.check("ck " + TABLES.indexOf(name), quoted(column) + " > " + limit));
        }
        if (!numbers.isEmpty() && random.nextInt(3) == 0) {
            String computed = quoted(numbers.get(0)) + " + " + (1 + random.nextInt(2));
            parts.add(t -> t.bigint("computed").generatedAs(computed));
        }
        if (random.nextBoolean() && database != Database.SQLITE) {
            String comment = pick("what it's for", "\\ and \"quotes\"");
            parts.add(t -> t.comment(comment));
        }
        directives.add(op -> op.createTable(Sql.name(name), t -> parts.forEach(part -> part.accept(t))));
        for (int i = 0; i < 2 && !indexable.isEmpty(); i++) {
            index("ix " + TABLES.indexOf(name) + " " + i, name, indexable);
        }
    }

    private void index(String index, String table, List<String> columns) {
        if (random.nextInt(3) == 0) {
            return;
        }
        String first = pick(columns);
        String second = pick(columns);
        boolean unique = random.nextBoolean();
        boolean descending = random.nextBoolean();
        boolean partial = random.nextInt(3) == 0 && (database == Database.POSTGRESQL || database == Database.SQLITE);
        directives.add(op -> {
            IndexOptions options = op.createIndex(index, Sql.name(table));
            if (descending) {
                options.descending(first);
            } else {
                options.column(first);
            }
            if (!second.equals(first)) {
                options.column(second);
            }
            if (unique) {
                options.unique();
            }
            if (partial) {
                options.where(quoted(first) + " IS NOT NULL");
            }
        });
    }

    private Consumer<TableDraft> column(String table, String name, int family, boolean enums) {
        int variant = random.nextInt(3);
        boolean notNull = random.nextBoolean();
        int defaults = random.nextInt(3);
        String comment = database != Database.SQLITE && random.nextInt(3) == 0 ? pick("a", "it's b") : null;
        boolean unique = family != 1 && random.nextInt(5) == 0;
        boolean mood = enums && name.equals("note");
        String constraint =
                unused("uq " + random.nextInt(20), "uq " + TABLES.indexOf(table) + " " + COLUMNS.indexOf(name));
        return t -> {
            ColumnTypes<ColumnDraft> types = ((Columns) t).column(name);
            ColumnDraft draft = mood ? types.enumerated("Mood", "sad", "happy") : type(types, family, variant);
            if (notNull) {
                draft.notNull();
            }
            if (defaults > 0) {
                draft.defaultsTo(mood ? "happy" : value(family, defaults));
            }
            if (comment != null) {
                draft.comment(comment);
            }
            if (unique) {
                draft.unique(constraint);
            }
        };
    }

    /** Lets names move from one table to another. */
    private String unused(String name, String otherwise) {
        return names.add(name) ? name : otherwise;
    }

    private static ColumnDraft type(ColumnTypes<ColumnDraft> types, int family, int variant) {
        return switch (family * 3 + variant) {
            case 0 -> types.integer();
            case 1 -> types.bigint();
            case 2 -> types.decimal(12, 2);
            case 3 -> types.text();
            case 4 -> types.json();
            case 5 -> types.text();
            case 6 -> types.varchar(20);
            case 7 -> types.varchar(200);
            case 8 -> types.character(20);
            case 9 -> types.timestamp();
            case 10 -> types.timestamptz();
            default -> types.date();
        };
    }

    private static Object value(int family, int variant) {
        return switch (family) {
            case 0 -> variant;
            case 1 -> variant == 1 ? "{}" : "[]";
            case 2 -> variant == 1 ? "it's" : "";
            default -> Sql.now();
        };
    }

    /** Lets two tables point at each other. */
    private void circle(List<String> tables) {
        if (tables.size() < 2 || random.nextBoolean() || database == Database.SQLITE) {
            return;
        }
        String first = Sql.name(tables.get(0));
        String last = Sql.name(tables.get(tables.size() - 1));
        directives.add(op -> {
            op.addColumn(first, c -> c.bigint("forth"));
            op.addColumn(last, c -> c.bigint("back"));
            ForeignKeyDraft forth = op.addForeignKey("fk forth", first, "forth");
            forth.references(last, "id");
            op.addForeignKey("fk back", last, "back").references(first, "id");
        });
    }

    private void views(List<String> tables) {
        if (tables.isEmpty() || random.nextBoolean()) {
            return;
        }
        String table = tables.get(0);
        int limit = random.nextInt(2);
        directives.add(op -> {
            op.createView("seen", "SELECT id FROM " + quoted(table) + " WHERE id > " + limit);
            op.createView("Fewer", "SELECT id FROM seen WHERE id > 10");
        });
    }

    private String quoted(String name) {
        return Dialects.of(database).quote(name);
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @Override
    public void applyTo(Operations op) {
        directives.forEach(directive -> directive.accept(op));
    }
}
