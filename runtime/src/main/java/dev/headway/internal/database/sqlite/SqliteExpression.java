package dev.headway.internal.database.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An expression in SQLite's SQL.
 *
 * @param sql the expression
 */
public record SqliteExpression(String sql) {

    /** Returns this expression with other names for columns: given by the old ones in lower case, as they stand in SQL. */
    public SqliteExpression renamed(Map<String, String> quotedNames) {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        StringBuilder renamed = new StringBuilder(sql);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            SqliteToken token = tokens.get(i);
            boolean function = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            String to =
                    token.isName() && !function ? quotedNames.get(token.name().toLowerCase(Locale.ROOT)) : null;
            if (to != null) {
                renamed.replace(token.start(), token.end(), to);
            }
        }
        return new SqliteExpression(renamed.toString());
    }
}
