package dev.headway.sql;

import dev.headway.sql.Token.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A command that a client program executes, and that no database knows. It is recognized where a statement begins, or by a line
 * of its own.
 *
 * @param text the command, with the rest of its line
 * @param start where the command begins in the statement
 * @param remedy what to do instead, in one sentence
 * @since 0.1
 */
public record ClientCommand(String text, int start, String remedy) {
    private static final Set<String> WORDS = Set.of(
            "GO",
            "SOURCE",
            "SPOOL",
            "PROMPT",
            "TEE",
            "NOTEE",
            "EXIT",
            "QUIT",
            "WHENEVER",
            "DELIMITER",
            "SYSTEM",
            "PAGER",
            "NOPAGER");

    /** No statement begins with these. */
    private static final Set<String> SYMBOLS = Set.of("\\", ".", "/", ":", "@");

    private static final Set<String> SEPARATORS = Set.of("GO", "/");

    /** After these, {@code go} is a name. */
    private static final Set<String> BEFORE_NAME = Set.of(
            ",",
            ".",
            "(",
            "=",
            "AND",
            "AS",
            "BY",
            "COLUMN",
            "DISTINCT",
            "FROM",
            "INTO",
            "ON",
            "OR",
            "SELECT",
            "SET",
            "TABLE",
            "TO",
            "UPDATE",
            "WHERE");

    /** What may follow a separator: otherwise {@code go} is a name, and {@code /} divides. */
    private static final Set<String> STATEMENTS = Set.of(
            "",
            "ALTER",
            "BEGIN",
            "CALL",
            "COMMENT",
            "CREATE",
            "DECLARE",
            "DELETE",
            "DROP",
            "EXEC",
            "GO",
            "GRANT",
            "IF",
            "INSERT",
            "MERGE",
            "PRINT",
            "REVOKE",
            "SELECT",
            "SET",
            "TRUNCATE",
            "UPDATE",
            "USE",
            "WITH");

    /** Returns the first command in a text that was cut as a statement; empty if there is none. */
    static Optional<ClientCommand> in(String statement, SqlSyntax syntax) {
        return new Search(statement, syntax).find();
    }

    private static ClientCommand at(int start, String statement) {
        int lineEnd = statement.indexOf('\n', start);
        String line = statement
                .substring(start, lineEnd < 0 ? statement.length() : lineEnd)
                .strip();
        return new ClientCommand(line, start, remedy(line.split("\\s", 2)[0].toUpperCase(Locale.ROOT)));
    }

    private static String remedy(String command) {
        return switch (command) {
            case "COPY", "\\COPY", ".IMPORT" ->
                "Write the rows as INSERT statements; programs that dump databases have an option for it.";
            case "GO", "/" -> "Delete the line, and end each statement with a semicolon.";
            case "SOURCE", "\\.", "\\I", "\\IR", "\\INCLUDE", ".READ", ":R" ->
                "Delete the line, and run the other script with op.script.";
            case "\\C", "\\CONNECT" ->
                "Delete the line: a migration has one connection. Move statements for another database to a migration of it.";
            case "\\G", "\\GSET", "\\GEXEC", "\\GX", "\\P" -> "Write a semicolon instead.";
            case "DELIMITER" -> "Add the delimiter to the line, such as DELIMITER //.";
            default -> "Delete the line.";
        };
    }

    /** Reads a statement up to its first command. */
    private static final class Search {
        private final String statement;
        private final SqlScanner scanner;
        private Token token;
        private String word = "";
        private String before = "";

        Search(String statement, SqlSyntax syntax) {
            this.statement = statement;
            this.scanner = new SqlScanner(statement, syntax);
            this.token = new Token(Kind.SPACE, 0, 0);
        }

        Optional<ClientCommand> find() {
            advance();
            if (beginsCommand()) {
                return Optional.of(at(token.start(), statement));
            }
            int first = token.start();
            boolean copies = word.equals("COPY");
            int lastLine = Math.max(statement.lastIndexOf('\n'), statement.lastIndexOf('\\'));
            while (copies || token.end() <= lastLine) {
                before = word;
                advance();
                if (word.isEmpty()) {
                    return Optional.empty();
                }
                if (copies && copiesToClient()) {
                    return Optional.of(at(first, statement));
                }
                if (isBackslashCommand() || (beginsLine() && isSeparator())) {
                    return Optional.of(at(token.start(), statement));
                }
            }
            return Optional.empty();
        }

        /** Reads the next token that says something. */
        private void advance() {
            word = "";
            int at = token.end();
            while (word.isEmpty() && at < statement.length()) {
                token = scanner.at(at);
                at = token.end();
                if (token.says()) {
                    word = token.kind() == Kind.QUOTED
                            ? statement.substring(token.start(), token.start() + 1)
                            : token.in(statement).toUpperCase(Locale.ROOT);
                }
            }
        }

        private boolean beginsCommand() {
            return token.kind() == Kind.WORD ? WORDS.contains(word) : SYMBOLS.contains(word);
        }

        private boolean copiesToClient() {
            return (word.equals("STDIN") && before.equals("FROM")) || (word.equals("STDOUT") && before.equals("TO"));
        }

        private boolean beginsLine() {
            int at = token.start() - 1;
            while (at >= 0 && statement.charAt(at) != '\n' && Character.isWhitespace(statement.charAt(at))) {
                at--;
            }
            return at >= 0 && statement.charAt(at) == '\n';
        }

        /** Outside quotes, a backslash begins nothing else than a null, for some databases. */
        private boolean isBackslashCommand() {
            return word.equals("\\") && !statement.startsWith("\\N", token.start());
        }

        private boolean isSeparator() {
            return SEPARATORS.contains(word)
                    && endsLine()
                    && !BEFORE_NAME.contains(before)
                    && STATEMENTS.contains(next());
        }

        private boolean endsLine() {
            int end = statement.indexOf('\n', token.end());
            return statement
                    .substring(token.end(), end < 0 ? statement.length() : end)
                    .matches(word.equals("GO") ? "\\s*[0-9]*\\s*" : "\\s*");
        }

        private String next() {
            Search rest = new Search(statement, scanner.syntax());
            rest.token = token;
            rest.advance();
            if (word.equals("GO") && rest.word.matches("[0-9]+")) {
                rest.advance();
            }
            return rest.word;
        }
    }
}
