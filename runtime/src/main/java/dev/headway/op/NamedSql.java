package dev.headway.op;

import dev.headway.op.Operation.Execute;
import dev.headway.op.Token.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A statement in which {@code :name} stood for values, as JDBC takes it.
 *
 * @param sql the statement with a {@code ?} for each; where there are
 *     any, a {@code ?} that was there before, an operator, is doubled
 * @param names which value each {@code ?} stands for, in order
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
    public static NamedSql parse(String sql, Database database) {
        StringBuilder positional = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<Token> tokens = SqlScanner.tokens(sql, database);
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

    /**
     * Returns a statement with the values that its names stand for.
     *
     * @throws IllegalArgumentException if one is missing, or is not asked for
     */
    static Execute bind(String sql, Map<String, ?> arguments, Database database) {
        NamedSql named = parse(sql, database);
        Set<String> missing = new TreeSet<>(named.names());
        missing.removeAll(arguments.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Nothing is given for :" + String.join(", :", missing)
                    + ". Name the value, or put a blank behind the colon if this is no name: " + sql);
        }
        Set<String> unused = new TreeSet<>(arguments.keySet());
        named.names().forEach(unused::remove);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "A value is given for :" + String.join(", :", unused) + ", which is not mentioned: " + sql);
        }
        List<@Nullable Object> values = new ArrayList<>();
        named.names().forEach(name -> values.add(arguments.get(name)));
        return new Execute(named.sql(), Collections.unmodifiableList(values));
    }
}
