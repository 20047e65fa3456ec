package dev.headway.internal.database.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements of SQLite, of which there may be several in one text.
 *
 * @param sql the text
 */
public record SqliteScript(String sql) {

    /** Returns the statements one by one: the driver runs the first of a text, and says nothing of the others. */
    public List<String> statements() {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        List<String> statements = new ArrayList<>();
        int start = 0;
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(";") && !isInTrigger(tokens.subList(first, i))) {
                add(statements, sql.substring(start, tokens.get(i).start()), first < i);
                start = tokens.get(i).end();
                first = i + 1;
            }
        }
        add(statements, sql.substring(start), first < tokens.size());
        return statements.size() > 1 ? statements : List.of(sql);
    }

    private static void add(List<String> statements, String statement, boolean saysSomething) {
        if (saysSomething) {
            statements.add(statement.strip());
        }
    }

    /** The statements of a trigger stand between BEGIN and END, which is the last word; that of a CASE is not. */
    private static boolean isInTrigger(List<SqliteToken> tokens) {
        List<SqliteToken> head = tokens.subList(0, Math.min(3, tokens.size()));
        return head.size() == 3
                && head.get(0).is("CREATE")
                && (head.get(1).is("TRIGGER") || head.get(2).is("TRIGGER"))
                && !(tokens.get(tokens.size() - 1).is("END")
                        && tokens.get(tokens.size() - 2).is(";"));
    }

    /** Returns how many {@code ?} there are; -1 if parameters have numbers or names. */
    public int parameters() {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqliteToken token = tokens.get(i);
            boolean numbered = i + 1 < tokens.size()
                    && tokens.get(i + 1).start() == token.end()
                    && Character.isDigit(tokens.get(i + 1).text().charAt(0));
            if (token.is(":") || token.is("@") || token.text().startsWith("$") || (token.is("?") && numbered)) {
                return -1;
            }
            count += token.is("?") ? 1 : 0;
        }
        return count;
    }
}
