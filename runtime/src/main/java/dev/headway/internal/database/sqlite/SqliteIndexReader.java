package dev.headway.internal.database.sqlite;

import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an index of what SQLite keeps. */
final class SqliteIndexReader {
    private final String sql;
    private final List<SqliteToken> tokens;
    private final List<Index.Key> keys = new ArrayList<>();

    private SqliteIndexReader(String sql) {
        this.sql = sql;
        this.tokens = SqliteToken.of(sql);
    }

    static Index read(SqliteObject object, String table) {
        SqliteIndexReader reader = new SqliteIndexReader(object.sql());
        String where = reader.keysAndWhere();
        return new Index(
                QualifiedName.literally(object.name()),
                table,
                reader.keys,
                reader.tokens.get(1).is("UNIQUE"),
                null,
                List.of(),
                where,
                false);
    }

    /** Reads the keys; returns the condition behind them. */
    private @Nullable String keysAndWhere() {
        int i = SqliteClause.indexOf(tokens, "ON") + 3;
        int first = i;
        int depth = 1;
        while (depth > 0) {
            SqliteToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.is(","))) {
                keys.add(key(tokens.subList(first, i)));
                first = i + 1;
            }
            i++;
        }
        return i < tokens.size() ? sql.substring(tokens.get(i).end()).strip() : null;
    }

    private Index.Key key(List<SqliteToken> key) {
        SqliteToken last = key.get(key.size() - 1);
        boolean descending = last.is("DESC");
        List<SqliteToken> rest = descending || last.is("ASC") ? key.subList(0, key.size() - 1) : key;
        boolean column = rest.size() == 1 && rest.get(0).isName();
        String text = column
                ? rest.get(0).name()
                : sql.substring(rest.get(0).start(), rest.get(rest.size() - 1).end());
        return new Index.Key(text, !column, null, descending, null);
    }
}
