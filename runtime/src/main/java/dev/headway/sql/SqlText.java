package dev.headway.sql;

import dev.headway.sql.SqlSyntax.Feature;
import dev.headway.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SQL as one database reads it: a statement, or a script of several.
 *
 * @since 0.1
 */
public final class SqlText {
    private static final Set<String> LEAVES_SESSION = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "REPLACE",
            "CREATE",
            "ALTER",
            "DROP",
            "RENAME",
            "COMMENT",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "ANALYZE",
            "VACUUM",
            "REINDEX",
            "REFRESH",
            "SAVEPOINT",
            "RELEASE",
            "ROLLBACK");

    private static final Pattern PRIVILEGES = Pattern.compile("ROLE|AUTHORIZATION|ONLY", Pattern.CASE_INSENSITIVE);

    private final String sql;
    private final SqlSyntax syntax;

    private SqlText(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    /** Returns {@code sql} as a database with this syntax reads it. */
    public static SqlText of(String sql, SqlSyntax syntax) {
        return new SqlText(sql, syntax);
    }

    /** Returns the statements of a script, exactly as they are written there, without terminators. */
    public List<String> statements() {
        return new StatementSplitter(sql, syntax).statements();
    }

    /**
     * Returns the first words of this statement if they begin or end a transaction, or lock tables for a session, such as {@code
     * COMMIT}; empty for other statements, and for savepoints.
     */
    public Optional<String> transactionControl() {
        return TransactionControl.in(sql, syntax);
    }

    /** Returns where the first word of this statement begins, behind comments; its length if it has none. */
    public int start() {
        SqlScanner scanner = new SqlScanner(sql, syntax);
        int at = 0;
        while (at < sql.length() && !scanner.at(at).says()) {
            at = scanner.at(at).end();
        }
        return at;
    }

    /**
     * Returns the first command in this statement that only a client program can execute, such as {@code \\connect}, {@code GO} or
     * {@code COPY … FROM stdin}; empty if there is none.
     */
    public Optional<ClientCommand> clientCommand() {
        return ClientCommand.in(sql, syntax);
    }

    /**
     * Returns whether this text may change settings of the session: one of its statements is neither a definition nor a change of
     * rows.
     */
    public boolean mayChangeSession() {
        return statements().stream().anyMatch(statement -> {
            String first = TransactionControl.firstWord(statement, syntax);
            return !LEAVES_SESSION.contains(first)
                    || (first.equals("CREATE") && of(statement, syntax).createsTemporary());
        });
    }

    /** Returns whether this statement creates something temporary, such as a table that only its session has. */
    public boolean createsTemporary() {
        List<String> words = TransactionControl.allWords(sql, syntax);
        List<String> start = words.subList(0, Math.min(5, words.size())); // CREATE OR REPLACE LOCAL TEMPORARY
        return start.contains("CREATE") && (start.contains("TEMPORARY") || start.contains("TEMP"));
    }

    /**
     * Returns whether this statement only changes settings of the session. A step that resumes must execute it again, because its
     * session is another one.
     */
    public boolean setsSession() {
        List<String> words = TransactionControl.allWords(sql, syntax);
        String first = words.isEmpty() ? "" : words.get(0);
        String second = words.size() < 2 ? "" : words.get(1);
        return switch (first) {
            case "SET" ->
                !Set.of("GLOBAL", "PERSIST", "PERSIST_ONLY", "PASSWORD", "STATEMENT")
                        .contains(second);
            case "USE", "RESET", "DISCARD", "ATTACH", "DETACH" -> true;
            case "PRAGMA" -> words.contains("=") || words.contains("(");
            case "SELECT" -> words.contains("SET_CONFIG");
            default -> false;
        };
    }

    /** Returns whether this statement may take privileges from the session: it sets the role, or makes the session read-only. */
    public boolean setsPrivileges() {
        return PRIVILEGES.matcher(sql).find() && setsSession();
    }

    /**
     * Returns the statement with literals in place of its {@code ?}, and {@code ?} in place of {@code ??}.
     *
     * @throws IllegalArgumentException if there are more or fewer of them
     */
    public String fill(List<String> literals) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        for (Token token : SqlScanner.tokens(sql, syntax)) {
            if (!token.isSymbol(sql, "?")) {
                filled.append(token.isSymbol(sql, "??") ? "?" : token.in(sql));
            } else if (next < literals.size()) {
                filled.append(apart(literals.get(next), token));
                next++;
            } else {
                next++;
            }
        }
        if (next != literals.size()) {
            throw new IllegalArgumentException("The statement has " + next + " times ?, but " + literals.size()
                    + " arguments: " + SecretMask.ofSql(sql).mask(sql));
        }
        return filled.toString();
    }

    /** A number below zero is no argument of the operators beside it, and makes no comment with a hyphen before it. */
    private String apart(String literal, Token token) {
        boolean alone = (token.start() == 0 || " \n(,=".indexOf(sql.charAt(token.start() - 1)) >= 0)
                && (token.end() == sql.length() || " \n),;".indexOf(sql.charAt(token.end())) >= 0);
        return alone || !literal.startsWith("-") ? literal : "(" + literal + ")";
    }

    /** Returns the statement with the terminator that it needs in a script. */
    public String terminated() {
        List<Token> tokens = SqlScanner.tokens(sql, syntax);
        List<Token> saying = tokens.stream().filter(Token::says).toList();
        boolean hasTerminator =
                !saying.isEmpty() && saying.get(saying.size() - 1).isSymbol(sql, ";");
        int semicolons =
                (int) saying.stream().filter(token -> token.isSymbol(sql, ";")).count();
        if (semicolons > (hasTerminator ? 1 : 0) && needsDelimiter()) {
            return "DELIMITER //\n" + sql + "\n//\nDELIMITER ;";
        }
        if (hasTerminator) {
            return sql;
        }
        boolean endsInComment =
                !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Kind.LINE_COMMENT;
        return sql + (endsInComment ? "\n;" : ";");
    }

    /** Returns the words and symbols in capitals, in order; of what is quoted only the quote that begins it. */
    public List<String> words() {
        return SqlScanner.tokens(sql, syntax).stream()
                .filter(Token::says)
                .map(token -> token.kind() == Kind.QUOTED
                        ? sql.substring(token.start(), token.start() + 1)
                        : token.in(sql).toUpperCase(Locale.ROOT))
                .toList();
    }

    /** Returns the words, quoted texts and symbols as they are written, in order, without blanks and comments. */
    public List<String> tokens() {
        return SqlScanner.tokens(sql, syntax).stream()
                .filter(Token::says)
                .map(token -> token.in(sql))
                .toList();
    }

    private boolean needsDelimiter() {
        return syntax.has(Feature.CLIENT_DELIMITER);
    }
}
