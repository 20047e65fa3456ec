package dev.headway.sql;

import dev.headway.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognizes commands that a client program executes, and that no database knows, by how a statement or a line begins. */
final class ClientCommand {
    private static final Set<String> ALONE_ON_LINE = Set.of("GO", "/");

    private ClientCommand() {}

    /** Returns the first line with such a command in a text that was cut as a statement; empty if there is none. */
    static Optional<String> in(String statement, SqlSyntax syntax) {
        List<Token> tokens = SqlScanner.tokens(statement, syntax);
        boolean first = true;
        for (Token token : tokens) {
            if (!token.says() || token.kind() == Kind.QUOTED) {
                first &= !token.says();
                continue;
            }
            String line = line(statement, token.start());
            if ((first && isCommand(statement, token, line)) || ALONE_ON_LINE.contains(line.toUpperCase(Locale.ROOT))) {
                return Optional.of(line);
            }
            first = false;
        }
        return Optional.empty();
    }

    private static boolean isCommand(String statement, Token token, String line) {
        String upper = line.toUpperCase(Locale.ROOT);
        return token.isSymbol(statement, "\\")
                || (token.isSymbol(statement, ".") && line.matches("\\.[a-z].*"))
                || upper.matches("SOURCE\\s+\\S+")
                || upper.matches("COPY\\b.*\\bFROM\\s+STDIN\\b.*");
    }

    private static String line(String text, int at) {
        int start = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(start, end < 0 ? text.length() : end).strip();
    }
}
