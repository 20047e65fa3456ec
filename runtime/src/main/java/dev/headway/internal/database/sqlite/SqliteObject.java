package dev.headway.internal.database.sqlite;

import dev.headway.schema.QualifiedName;
import dev.headway.schema.View;
import java.util.List;
import java.util.Set;

/**
 * An index, a trigger or a view, as {@code sqlite_schema} has it.
 *
 * @param name its name
 * @param sql what creates it
 */
public record SqliteObject(String name, String sql) {

    /** Returns which of the columns of a table it names, in lower case; other tables may have columns of the same names. */
    public Set<String> named(SqliteTable table) {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        int from = tokens.get(1).is("TRIGGER") ? 3 : SqliteClause.indexOf(tokens, "ON") + 2;
        return SqliteClause.named(tokens.subList(from, tokens.size()), table.columns());
    }

    /** Returns whether it names something that is called {@code name}. */
    public boolean names(String name) {
        return SqliteToken.of(sql).stream().anyMatch(token -> token.isNamed(name));
    }

    /** Returns what creates it in a schema, which is given as it stands in SQL: SQLite keeps it without. */
    public String sqlIn(String quotedSchema) {
        int start = nameToken().start();
        return sql.substring(0, start) + quotedSchema + "." + sql.substring(start);
    }

    /** Returns what creates it under another name, which is given as it stands in SQL. */
    public String sqlAs(String quotedName) {
        SqliteToken old = nameToken();
        return sql.substring(0, old.start()) + quotedName + sql.substring(old.end());
    }

    /** Returns the view that it is. */
    View asView() {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        SqliteToken as = tokens.get(SqliteClause.indexOf(tokens, "AS"));
        return new View(QualifiedName.literally(name), sql.substring(as.end()).strip());
    }

    private SqliteToken nameToken() {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        return tokens.get(tokens.get(1).is("UNIQUE") ? 3 : 2);
    }
}
