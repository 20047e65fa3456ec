package dev.headway.internal.database.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A constraint, in SQLite's wide sense of the word, as it stands in the definition of a column or of its own.
 *
 * @param kind what it is
 * @param name the name; null if it has none
 * @param start where it begins in the definition, its name included
 * @param end where it ends
 * @param body what it says, without its name
 */
record SqliteClause(Kind kind, @Nullable String name, int start, int end, String body) {

    /** What a clause is. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        NOT_NULL,
        NULL,
        DEFAULT,
        COLLATE,
        GENERATED
    }

    List<SqliteToken> tokens() {
        return SqliteToken.of(body);
    }

    /** Returns whether it says this word, not counting what stands in parentheses. */
    boolean says(String word) {
        int depth = 0;
        for (SqliteToken token : tokens()) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what stands in its first parentheses; all behind its first word if there are none. */
    String inParentheses() {
        List<SqliteToken> tokens = tokens();
        int open = indexOf(tokens, "(");
        if (open < 0) {
            return body.substring(tokens.get(0).end()).strip();
        }
        int depth = 0;
        for (SqliteToken token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is(")") && depth == 0) {
                return body.substring(tokens.get(open).end(), token.start()).strip();
            }
        }
        throw new IllegalStateException("The parentheses do not close in: " + body);
    }

    /** Returns the columns that it lists; none if it stands with its column, or says an expression. */
    List<String> columns() {
        List<SqliteToken> tokens = tokens();
        boolean lists =
                kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE || tokens.get(0).is("FOREIGN");
        int open = indexOf(tokens, "(");
        return lists && open >= 0 ? names(tokens, open) : List.of();
    }

    /** Returns the first name of each element of the list that begins with the parenthesis at {@code open}. */
    static List<String> names(List<SqliteToken> tokens, int open) {
        List<String> names = new ArrayList<>();
        int depth = 1;
        boolean first = true;
        for (int i = open + 1; i < tokens.size() && depth > 0; i++) {
            SqliteToken token = tokens.get(i);
            if (first) {
                names.add(token.name());
                first = false;
            }
            first = depth == 1 && token.is(",");
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return names;
    }

    static int indexOf(List<SqliteToken> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns which of these columns it concerns, in lower case, not counting the one that it stands with. */
    Set<String> concerned(List<String> columns) {
        return switch (kind) {
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY -> lowerCase(columns());
            case CHECK, GENERATED, DEFAULT -> named(tokens(), columns);
            case NOT_NULL, NULL, COLLATE -> Set.of();
        };
    }

    /** Returns which of these columns an expression names, in lower case. */
    static Set<String> named(List<SqliteToken> expression, List<String> columns) {
        Set<String> known = lowerCase(columns);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < expression.size(); i++) {
            SqliteToken token = expression.get(i);
            boolean function =
                    i + 1 < expression.size() && expression.get(i + 1).is("(");
            if (token.isName() && !function && known.contains(token.name().toLowerCase(Locale.ROOT))) {
                named.add(token.name().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
