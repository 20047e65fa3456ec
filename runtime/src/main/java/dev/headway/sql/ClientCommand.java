package dev.headway.sql;

import dev.headway.sql.Token.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes commands that a client program executes, and that no database knows, by how a statement or a line begins. */
final class ClientCommand {
    private static final Pattern SOURCE = Pattern.compile("source\\s+\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT_COMMAND = Pattern.compile("\\.[a-z]+(\\s.*)?");

    private final String statement;
    private final List<Token> tokens;

    private ClientCommand(String statement, SqlSyntax syntax) {
        this.statement = statement;
        this.tokens = SqlScanner.tokens(statement, syntax).stream()
                .filter(Token::says)
                .toList();
    }

    /** Returns the first line with such a command in a text that was cut as a statement; empty if there is none. */
    static Optional<String> in(String statement, SqlSyntax syntax) {
        return new ClientCommand(statement, syntax).find();
    }

    private Optional<String> find() {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token first = tokens.get(0);
        Token last = tokens.get(tokens.size() - 1);
        if (isCommand(first) || isSlash(first) || readsRowsOfClient()) {
            return Optional.of(line(first));
        }
        return tokens.stream()
                .filter(token -> isGo(token) || (token.equals(last) && isSlash(token)))
                .findFirst()
                .map(this::line);
    }

    private boolean isCommand(Token first) {
        String line = line(first);
        return first.isSymbol(statement, "\\")
                || DOT_COMMAND.matcher(line).matches()
                || SOURCE.matcher(line).matches();
    }

    /** In the middle of a statement, a slash alone on its line divides. */
    private boolean isSlash(Token token) {
        return token.isSymbol(statement, "/") && line(token).equals("/");
    }

    private boolean isGo(Token token) {
        return token.kind() == Kind.WORD && line(token).equalsIgnoreCase("GO");
    }

    /** {@code COPY … FROM stdin}, which rows follow. */
    private boolean readsRowsOfClient() {
        List<String> words = tokens.stream()
                .filter(token -> token.kind() == Kind.WORD)
                .map(token -> token.in(statement).toUpperCase(Locale.ROOT))
                .toList();
        return !words.isEmpty()
                && words.get(0).equals("COPY")
                && Collections.indexOfSubList(words, List.of("FROM", "STDIN")) > 0;
    }

    private String line(Token token) {
        int start = statement.lastIndexOf('\n', token.start()) + 1;
        int end = statement.indexOf('\n', token.start());
        return statement.substring(start, end < 0 ? statement.length() : end).strip();
    }
}
