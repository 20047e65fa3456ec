package dev.headway.internal.tooling.autogenerate;

import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.internal.tooling.autogenerate.RandomType.Kind;
import dev.headway.op.CreateIndexOptions;
import dev.headway.op.Database;
import dev.headway.op.IndexKeys;
import dev.headway.op.Operations;
import dev.headway.op.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** An index of a random table. */
final class RandomIndex implements Consumer<Operations> {
    private final Database database;
    private final RandomChoice choice;
    private final String name;
    private final String table;
    private final Function<IndexKeys<CreateIndexOptions>, CreateIndexOptions> firstKey;
    private final List<Consumer<CreateIndexOptions>> parts = new ArrayList<>();

    RandomIndex(Database database, RandomChoice choice, String name, String table, Map<String, RandomType> columns) {
        this.database = database;
        this.choice = choice;
        this.name = name;
        this.table = table;
        List<String> indexable = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        columns.forEach((column, type) -> {
            if (type.indexable()) {
                indexable.add(column);
            }
            if (type.kind() == Kind.TEXT && (type.indexable() || !database.equals(Database.MYSQL))) {
                texts.add(column);
            }
            if (type.kind() == Kind.DOCUMENT) {
                documents.add(column);
            }
        });
        boolean isPostgres = database.equals(Database.POSTGRESQL);
        if (isPostgres && !documents.isEmpty() && choice.in(1, 3)) {
            firstKey = document(documents.get(0));
        } else if (indexesExpressions() && !texts.isEmpty() && choice.in(1, 3)) {
            firstKey = expression(choice.of(texts), indexable);
        } else {
            firstKey = plain(indexable.isEmpty() ? List.of("id") : indexable);
        }
    }

    private boolean indexesExpressions() {
        return List.of(Database.POSTGRESQL, Database.SQLITE, Database.MYSQL).contains(database);
    }

    private Function<IndexKeys<CreateIndexOptions>, CreateIndexOptions> document(String column) {
        String operators = choice.of("jsonb_ops", "jsonb_path_ops");
        parts.add(index -> index.using("gin"));
        return keys -> keys.column(column, operators);
    }

    private Function<IndexKeys<CreateIndexOptions>, CreateIndexOptions> expression(
            String text, List<String> indexable) {
        boolean isPostgres = database.equals(Database.POSTGRESQL);
        String expression = choice.of("lower(" + quoted(text) + ")", "length(" + quoted(text) + ") + 1");
        if (!indexable.isEmpty() && choice.in(1, 2)) {
            String second = choice.of(indexable);
            parts.add(index -> index.column(second));
        }
        if (isPostgres && choice.in(1, 3)) {
            parts.add(index -> index.include("id"));
        }
        if (!database.equals(Database.MYSQL)) {
            where(text);
        }
        return keys -> keys.expression(expression);
    }

    private void where(String column) {
        if (choice.in(1, 3)) {
            String condition = quoted(column) + choice.of(" IS NOT NULL", " IS NULL");
            parts.add(index -> index.where(condition));
        }
    }

    private Function<IndexKeys<CreateIndexOptions>, CreateIndexOptions> plain(List<String> indexable) {
        String first = choice.of(indexable);
        String second = choice.of(indexable);
        boolean isPostgres = database.equals(Database.POSTGRESQL);
        boolean descending = choice.in(1, 2);
        if (isPostgres && choice.in(1, 3)) {
            boolean nullsFirst = choice.in(1, 2);
            parts.add(index -> {
                if (nullsFirst) {
                    index.nullsFirst();
                } else {
                    index.nullsLast();
                }
            });
        }
        if (!second.equals(first)) {
            parts.add(index -> index.column(second));
        }
        if (choice.in(1, 2)) {
            parts.add(CreateIndexOptions::unique);
            if (isPostgres && choice.in(1, 3)) {
                parts.add(CreateIndexOptions::nullsNotDistinct);
            }
        }
        if (isPostgres || database.equals(Database.SQLITE)) {
            where(first);
        }
        return keys -> descending ? keys.descending(first) : keys.column(first);
    }

    private String quoted(String column) {
        return Databases.of(database).dialect(Version.LATEST).quote(column);
    }

    @Override
    public void accept(Operations op) {
        CreateIndexOptions index = firstKey.apply(op.createIndex(name, Sql.name(table)));
        parts.forEach(part -> part.accept(index));
    }
}
