package dev.headway.sql;

import dev.headway.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement in which {@code :name} stood for values, as JDBC takes it.
 *
 * @param sql the statement with a {@code ?} for each; where there are
 *     any, a {@code ?} that was there before, an operator, is doubled
 * @param names which value each {@code ?} stands for, in order
 * @since 0.1
 */
public record NamedSql(String sql, List<String> names) {
    /** Copies the names. */
    public NamedSql {
        names = List.copyOf(names);
    }

    /**
     * Reads a statement. A colon is part of a name's mention unless it stands in quotes, in a comment, beside another one,
     * or directly behind a word, as in {@code values[1:n]}.
     */
    public static NamedSql parse(String sql, SqlSyntax syntax) {
        StringBuilder positional = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<Token> tokens = SqlScanner.tokens(sql, syntax);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean behindWord = i > 0 && tokens.get(i - 1).kind() == Kind.WORD;
            if (token.isSymbol(sql, ":") && !behindWord && i + 1 < tokens.size() && isName(tokens.get(i + 1), sql)) {
                names.add(tokens.get(++i).in(sql));
                positional.append('?');
            } else {
                positional.append(token.isSymbol(sql, "?") ? "??" : token.in(sql));
            }
        }
        return new NamedSql(names.isEmpty() ? sql : positional.toString(), names);
    }

    private static boolean isName(Token token, String sql) {
        return token.kind() == Kind.WORD && !Character.isDigit(sql.charAt(token.start()));
    }
}
