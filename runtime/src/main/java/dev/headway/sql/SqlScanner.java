package dev.headway.sql;

import dev.headway.sql.SqlSyntax.Feature;
import dev.headway.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL into {@link Token}s: just enough to tell what stands in quotes and comments from what does not. What is not
 * closed reaches to the end; to complain is left to the database.
 */
final class SqlScanner {
    private static final Set<String> PAIRS = Set.of("::", ":=", "??");
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    private final String sql;
    private final SqlSyntax syntax;

    SqlScanner(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    SqlSyntax syntax() {
        return syntax;
    }

    static List<Token> tokens(String sql, SqlSyntax syntax) {
        SqlScanner scanner = new SqlScanner(sql, syntax);
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < sql.length(); at = tokens.get(tokens.size() - 1).end()) {
            tokens.add(scanner.at(at));
        }
        return tokens;
    }

    /** Returns the token that begins at {@code start}, where another ended. */
    Token at(int start) {
        char c = sql.charAt(start);
        if (Character.isWhitespace(c)) {
            return new Token(Kind.SPACE, start, endOfSpace(start));
        } else if (isLineComment(start)) {
            return new Token(Kind.LINE_COMMENT, start, endOfLine(start));
        } else if (sql.startsWith("/*", start)) {
            return isExecutedComment(start)
                    ? new Token(Kind.SYMBOL, start, endOfComment(start))
                    : new Token(Kind.COMMENT, start, endOfComment(start));
        } else if (c == '\'' || c == '"' || c == '`') {
            return new Token(Kind.QUOTED, start, endOfQuotes(start, syntax.has(Feature.BACKSLASH_ESCAPES)));
        } else if (c == '[' && syntax.has(Feature.BRACKETED_NAMES)) {
            return new Token(Kind.QUOTED, start, behind("]", start + 1));
        } else if ((c == 'E' || c == 'e') && syntax.has(Feature.ESCAPE_STRINGS) && sql.startsWith("'", start + 1)) {
            return new Token(Kind.QUOTED, start, endOfQuotes(start + 1, true));
        }
        return wordOrSymbol(start);
    }

    private Token wordOrSymbol(int start) {
        if (isWordPart(sql.charAt(start)) && sql.charAt(start) != '$') {
            int end = start + 1;
            while (end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            return new Token(Kind.WORD, start, end);
        }
        if (sql.charAt(start) == '$' && syntax.has(Feature.DOLLAR_QUOTES)) {
            Matcher tag = DOLLAR_QUOTE.matcher(sql).region(start, sql.length());
            if (tag.lookingAt()) {
                return new Token(Kind.QUOTED, start, behind(tag.group(), tag.end()));
            }
        }
        boolean pair = start + 2 <= sql.length() && PAIRS.contains(sql.substring(start, start + 2));
        return new Token(Kind.SYMBOL, start, start + (pair ? 2 : 1));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
    }

    private int endOfSpace(int start) {
        int end = start;
        while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isLineComment(int start) {
        if (sql.startsWith("--", start)) {
            return !syntax.has(Feature.BLANK_AFTER_DASHES) || start + 2 == sql.length() || sql.charAt(start + 2) <= ' ';
        }
        return (syntax.has(Feature.HASH_COMMENTS) && sql.charAt(start) == '#')
                || (syntax.has(Feature.SLASH_COMMENTS) && sql.startsWith("//", start));
    }

    private boolean isExecutedComment(int start) {
        return syntax.has(Feature.EXECUTED_COMMENTS) && (sql.startsWith("/*!", start) || sql.startsWith("/*M!", start));
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < sql.length()
                && sql.charAt(end) != '\n'
                && !(sql.charAt(end) == '\r' && syntax.has(Feature.RETURN_ENDS_COMMENT))) {
            end++;
        }
        return end;
    }

    private int endOfComment(int start) {
        int depth = 1;
        int at = start + 2;
        while (at < sql.length() && depth > 0) {
            if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (syntax.has(Feature.NESTED_COMMENTS) && sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else {
                at++;
            }
        }
        return at;
    }

    /** A doubled quote ends one text and begins the next, which comes to the same. */
    private int endOfQuotes(int start, boolean backslashEscapes) {
        char quote = sql.charAt(start);
        int at = start + 1;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += backslashEscapes && quote != '`' && sql.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, sql.length());
    }

    private int behind(String end, int from) {
        int at = sql.indexOf(end, from);
        return at < 0 ? sql.length() : at + end.length();
    }
}
