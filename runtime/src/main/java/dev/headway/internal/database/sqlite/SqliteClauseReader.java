package dev.headway.internal.database.sqlite;

import dev.headway.internal.database.sqlite.SqliteClause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the tokens of one definition, by the grammar of SQLite's {@code CREATE TABLE}. */
final class SqliteClauseReader {
    private static final Set<String> FIRST_WORDS = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as",
            "foreign");

    private final String text;
    private final List<SqliteToken> tokens;
    private int next;

    SqliteClauseReader(String text, List<SqliteToken> tokens, int from) {
        this.text = text;
        this.tokens = tokens;
        this.next = from;
    }

    /** Passes by the type of a column; returns where it ends. */
    int type(int start) {
        int end = start;
        while (next < tokens.size() && !FIRST_WORDS.stream().anyMatch(this::at)) {
            if (at("(")) {
                parentheses();
            } else {
                next++;
            }
            end = tokens.get(next - 1).end();
        }
        return end;
    }

    List<SqliteClause> clauses() {
        List<SqliteClause> clauses = new ArrayList<>();
        while (next < tokens.size()) {
            int start = tokens.get(next).start();
            String name = null;
            if (take("CONSTRAINT")) {
                name = tokens.get(next++).name();
            }
            clauses.add(clause(name, start));
        }
        return clauses;
    }

    private SqliteClause clause(@Nullable String name, int start) {
        if (next == tokens.size()) {
            throw unreadable(tokens.get(next - 1));
        }
        int body = tokens.get(next).start();
        Kind kind = pass();
        int end = tokens.get(next - 1).end();
        return new SqliteClause(kind, name, start, end, text.substring(body, end));
    }

    private Kind pass() {
        SqliteToken first = tokens.get(next);
        if (take("PRIMARY")) {
            take("KEY");
            optionalParentheses();
            return behind(Kind.PRIMARY_KEY, "ASC", "DESC");
        } else if (take("UNIQUE")) {
            optionalParentheses();
            return behind(Kind.UNIQUE);
        } else if (take("NOT")) {
            take("NULL");
            return behind(Kind.NOT_NULL);
        } else if (take("NULL")) {
            return behind(Kind.NULL);
        } else if (take("CHECK")) {
            parentheses();
            return behind(Kind.CHECK);
        } else if (take("COLLATE")) {
            next++;
            return Kind.COLLATE;
        } else if (take("DEFAULT")) {
            value();
            return Kind.DEFAULT;
        } else if (take("FOREIGN")) {
            take("KEY");
            parentheses();
            take("REFERENCES");
            return references();
        } else if (take("REFERENCES")) {
            return references();
        } else if (take("GENERATED") || at("AS")) {
            take("ALWAYS");
            take("AS");
            parentheses();
            if (!take("STORED")) {
                take("VIRTUAL");
            }
            return Kind.GENERATED;
        }
        throw unreadable(first);
    }

    private Kind behind(Kind kind, String... words) {
        for (String word : words) {
            take(word);
        }
        if (take("ON")) {
            next += 2;
        }
        take("AUTOINCREMENT");
        return kind;
    }

    private void value() {
        if (at("(")) {
            parentheses();
            return;
        }
        if (!take("-")) {
            take("+");
        }
        next++;
    }

    private Kind references() {
        next++;
        optionalParentheses();
        while (at("ON") || at("MATCH")) {
            if (take("MATCH")) {
                next++;
            } else {
                next += 2;
                next += at("SET") || at("NO") ? 2 : 1;
            }
        }
        if (at("NOT") && next + 1 < tokens.size() && tokens.get(next + 1).is("DEFERRABLE")) {
            next++;
        }
        if (take("DEFERRABLE") && take("INITIALLY")) {
            next++;
        }
        return Kind.FOREIGN_KEY;
    }

    private void optionalParentheses() {
        if (at("(")) {
            parentheses();
        }
    }

    private void parentheses() {
        int depth = 0;
        do {
            if (next == tokens.size()) {
                throw unreadable(tokens.get(next - 1));
            }
            depth += at("(") ? 1 : at(")") ? -1 : 0;
            next++;
        } while (depth > 0);
    }

    private boolean at(String word) {
        return next < tokens.size() && tokens.get(next).is(word);
    }

    private boolean take(String word) {
        boolean taken = at(word);
        next += taken ? 1 : 0;
        return taken;
    }

    private IllegalStateException unreadable(SqliteToken at) {
        return new IllegalStateException("Headway cannot read SQLite's definition at '" + at.text() + "': " + text);
    }
}
