package dev.headway.internal.tooling.autogenerate;

import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.internal.tooling.autogenerate.RandomType.Kind;
import dev.headway.op.Database;
import dev.headway.op.DeclaredColumn;
import dev.headway.op.ForeignKeyOptions;
import dev.headway.op.NumberColumn;
import dev.headway.op.Operations;
import dev.headway.op.Sql;
import dev.headway.op.TableDraft;
import dev.headway.op.TextColumn;
import dev.headway.op.UniqueDraft;
import dev.headway.schema.Identity;
import dev.headway.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A table of a random schema: whatever a table can have, in one or another. */
final class RandomTable implements Consumer<Operations> {
    private static final Map<Database, String> COLLATIONS = Map.of(
            Database.POSTGRESQL, "C",
            Database.SQLITE, "NOCASE",
            Database.MARIADB, "utf8mb4_bin",
            Database.MYSQL, "utf8mb4_bin");
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
    private static final List<String> COMMENTS = List.of("what it's for", "\\ and \"quotes\"", "two\nlines?");

    private final Database database;
    private final RandomChoice choice;
    private final String name;
    private final int number;
    private final boolean hasEnum;
    private final Map<String, RandomType> columns = new LinkedHashMap<>();
    private final List<Consumer<TableDraft>> parts = new ArrayList<>();
    private final List<Consumer<Operations>> later = new ArrayList<>();

    RandomTable(Database database, RandomChoice choice, String name, List<String> others, boolean hasEnum) {
        this.database = database;
        this.choice = choice;
        this.name = name;
        this.number = RandomSchema.TABLES.indexOf(name);
        this.hasEnum = hasEnum;
        key();
        for (String column : COLUMNS) {
            if (choice.in(2, 3)) {
                parts.add(column(column));
            }
        }
        others.stream().filter(other -> choice.in(1, 4)).forEach(this::pointAt);
        computed();
        constraints();
        if (!database.equals(Database.SQLITE) && choice.in(1, 2)) {
            String comment = choice.of(COMMENTS);
            parts.add(t -> t.comment(comment));
        }
        for (int i = 0; i < 3; i++) {
            if (choice.in(2, 3)) {
                later.add(new RandomIndex(database, choice, called("ix " + i), name, columns));
            }
        }
    }

    /** Names the same thing in one of two ways. */
    private String called(String prefix) {
        return prefix + choice.of(" ", "_") + number;
    }

    private boolean isPostgres() {
        return database.equals(Database.POSTGRESQL);
    }

    /** MySQL 8.0.15, which tests run on, ignores them. */
    private boolean keepsChecks() {
        return !database.equals(Database.MYSQL);
    }

    private void key() {
        boolean composed = database.equals(Database.SQLITE) ? number % 4 == 1 : choice.in(1, 5);
        if (composed) {
            parts.add(t -> {
                t.bigint("id").notNull().unique("uq id " + number);
                t.integer("part").notNull();
                t.primaryKey("part", "id");
            });
            return;
        }
        boolean numbered = database.equals(Database.SQLITE) || choice.in(3, 4);
        boolean chosen = isPostgres() || database.equals(Database.H2);
        Identity identity =
                chosen ? new Identity(choice.in(1, 3), choice.of(1L, 100L), choice.of(1L, 5L)) : Identity.BY_DEFAULT;
        parts.add(t -> (numbered ? t.bigint("id").identity(identity) : t.bigint("id")).primaryKey());
    }

    private Consumer<TableDraft> column(String column) {
        RandomType type = choice.of(RandomType.of(database));
        boolean mood = hasEnum && column.equals("note");
        boolean notNull = choice.in(1, 2);
        Object value = type.values().isEmpty() || choice.in(1, 3) ? null : choice.of(type.values());
        String comment = !database.equals(Database.SQLITE) && choice.in(1, 3) ? choice.of(COMMENTS) : null;
        String collation = type.kind() == Kind.TEXT && choice.in(1, 5) ? collation() : null;
        boolean unique = !mood && type.indexable() && choice.in(1, 6);
        String constraint = "uq " + number + " " + COLUMNS.indexOf(column);
        if (!mood) {
            columns.put(column, type);
        }
        return t -> {
            DeclaredColumn<?> draft = mood
                    ? t.column(column).enumerated("Mood", "sad", "happy")
                    : type.declaration().apply(t.column(column));
            if (collation != null && !mood) {
                ((TextColumn<?>) draft).collate(collation);
            }
            if (notNull) {
                draft.notNull();
            }
            if (mood) {
                draft.defaultsTo("happy");
            } else if (value != null) {
                draft.defaultsTo(value);
            }
            if (comment != null) {
                draft.comment(comment);
            }
            if (unique) {
                draft.unique(constraint);
            }
        };
    }

    private String collation() {
        return COLLATIONS.get(database);
    }

    private void pointAt(String other) {
        int at = RandomSchema.TABLES.indexOf(other);
        String column = "to " + at;
        boolean named = choice.in(1, 2);
        ReferentialAction onDelete =
                choice.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE, ReferentialAction.SET_NULL);
        ReferentialAction onUpdate = choice.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE);
        boolean deferrable = (isPostgres() || database.equals(Database.SQLITE)) && choice.in(1, 4);
        boolean notValid = isPostgres() && choice.in(1, 6);
        Consumer<ForeignKeyOptions<?>> options = key -> {
            key.onDelete(onDelete).onUpdate(onUpdate);
            if (deferrable) {
                key.initiallyDeferred();
            }
        };
        parts.add(t -> {
            NumberColumn<?> draft = t.bigint(column);
            if (!named) {
                draft.references(Sql.name(other), "id", options::accept);
            } else if (!notValid) {
                options.accept(t.foreignKey("fk " + number + " " + at, column).references(Sql.name(other), "id"));
            }
        });
        if (named && notValid) {
            later.add(op -> options.accept(op.addForeignKey("fk " + number + " " + at, Sql.name(name), column)
                    .references(Sql.name(other), "id")
                    .notValid()));
        }
    }

    private List<String> ofKind(Kind kind) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void computed() {
        List<String> numbers = ofKind(Kind.NUMBER);
        if (!numbers.isEmpty() && choice.in(1, 3)) {
            String expression = quoted(numbers.get(0)) + " + " + (1 + choice.below(2));
            boolean always = isPostgres() || database.equals(Database.H2);
            boolean stored = always || choice.in(1, 2);
            parts.add(t -> {
                DeclaredColumn<?> draft = t.doublePrecision("computed");
                if (stored) {
                    draft.generatedAs(expression);
                } else {
                    draft.generatedWhenReadAs(expression);
                }
            });
        }
    }

    private void constraints() {
        List<String> numbers = ofKind(Kind.NUMBER);
        List<String> texts = ofKind(Kind.TEXT);
        if (keepsChecks() && !numbers.isEmpty() && choice.in(1, 2)) {
            String check = called("ck");
            String condition = quoted(numbers.get(0)) + " > " + choice.below(3);
            if (isPostgres() && choice.in(1, 4)) {
                later.add(op -> op.addCheck(check, Sql.name(name), condition).notValid());
            } else {
                parts.add(t -> t.check(check, condition));
            }
        }
        if (keepsChecks() && !texts.isEmpty() && choice.in(1, 3)) {
            String condition = quoted(texts.get(0))
                    + choice.of(" IN ('A', 'b''c')", " <> '?'", " LIKE 'a%'")
                    + (numbers.isEmpty() ? "" : " OR " + quoted(numbers.get(0)) + " BETWEEN 1 AND 3");
            parts.add(t -> t.check("ck text " + number, condition));
        }
        List<String> indexable = columns.entrySet().stream()
                .filter(column -> column.getValue().indexable())
                .map(Map.Entry::getKey)
                .toList();
        if (indexable.size() > 1 && choice.in(1, 3)) {
            String unique = called("uq both");
            boolean deferrable = isPostgres() && choice.in(1, 3);
            boolean nullsNotDistinct = isPostgres() && choice.in(1, 3);
            parts.add(t -> {
                UniqueDraft draft = t.unique(unique, indexable.get(0), indexable.get(1));
                if (deferrable) {
                    draft.deferrable();
                }
                if (nullsNotDistinct) {
                    draft.nullsNotDistinct();
                }
            });
        }
        if (isPostgres() && choice.in(1, 5)) {
            int width = 10 + choice.below(2);
            boolean partial = choice.in(1, 2);
            parts.add(t -> {
                var exclusion = t.exclusion("ex " + number)
                        .with("int8range(id, id + " + width + ")", "&&")
                        .using("gist");
                if (partial) {
                    exclusion.where("id > 5");
                }
            });
        }
    }

    private String quoted(String column) {
        return Databases.of(database).dialect(Version.LATEST).quote(column);
    }

    @Override
    public void accept(Operations op) {
        op.createTable(Sql.name(name), t -> parts.forEach(part -> part.accept(t)));
        later.forEach(index -> index.accept(op));
    }
}
