package dev.headway.sql;

import dev.headway.sql.SqlSyntax.Feature;
import dev.headway.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a script into statements at semicolons, or at what a line {@code DELIMITER …} says instead, as the client of MySQL
 * does. Bodies of procedures, functions, triggers and events stay whole without that.
 */
final class StatementSplitter {
    private static final String SEMICOLON = ";";
    private static final Pattern DELIMITER = Pattern.compile("DELIMITER[ \\t]+(\\S+)[^\\n]*", Pattern.CASE_INSENSITIVE);

    private final String script;
    private final SqlScanner scanner;
    private final List<String> statements = new ArrayList<>();
    private String delimiter = SEMICOLON;
    private RoutineBody body;
    private int start;
    private boolean says;

    StatementSplitter(String script, SqlSyntax syntax) {
        this.script = script;
        this.scanner = new SqlScanner(script, syntax);
        this.body = newBody();
    }

    List<String> statements() {
        int at = 0;
        while (at < script.length()) {
            at = step(at);
        }
        finish(at, at);
        return List.copyOf(statements);
    }

    private int step(int at) {
        Token token = scanner.at(at);
        int stop = delimiterIn(token);
        if (stop == at) {
            finish(at, at + delimiter.length());
            return start;
        }
        if (!says && token.kind() == Kind.WORD) {
            Matcher line = DELIMITER.matcher(script).region(at, script.length());
            if (line.lookingAt()) {
                delimiter = unquoted(line.group(1));
                finish(at, line.end());
                return start;
            }
        }
        Token read = stop < 0 ? token : new Token(token.kind(), at, stop);
        take(read);
        return read.end();
    }

    /** The client of MySQL accepts quotes around a delimiter. */
    private static String unquoted(String text) {
        char quote = text.charAt(0);
        boolean quoted = "'\"`".indexOf(quote) >= 0 && text.length() > 2 && text.charAt(text.length() - 1) == quote;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Returns where in a token the delimiter is, which may be in the middle of one, as in {@code END//}; -1 if not. */
    private int delimiterIn(Token token) {
        if (delimiter.equals(SEMICOLON)) {
            return token.isSymbol(script, SEMICOLON) && !body.isOpen() ? token.start() : -1;
        }
        if (token.kind() != Kind.WORD && token.kind() != Kind.SYMBOL) {
            return -1;
        }
        int reach = Math.min(token.end() + delimiter.length() - 1, script.length());
        int found = script.substring(token.start(), reach).indexOf(delimiter);
        return found < 0 ? -1 : token.start() + found;
    }

    private void take(Token token) {
        if (token.says()) {
            says = true;
            body.read(token.kind() == Kind.WORD ? token.in(script).toUpperCase(Locale.ROOT) : token.in(script));
        }
    }

    private void finish(int end, int next) {
        if (says) {
            statements.add(script.substring(start, end).strip());
        }
        start = next;
        says = false;
        body = newBody();
    }

    private RoutineBody newBody() {
        return new RoutineBody(scanner.syntax().has(Feature.CLIENT_DELIMITER));
    }
}
