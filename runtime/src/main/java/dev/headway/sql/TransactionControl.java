package dev.headway.sql;

import dev.headway.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes statements that begin or end a transaction, or lock tables for a session, by their first words. Each is recognized
 * for every database, because a database that does not know it refuses it anyway. Savepoints are left alone, as is PostgreSQL's
 * {@code LOCK TABLE … IN … MODE}, which ends with its transaction.
 */
final class TransactionControl {
    private static final Set<String> ALWAYS = Set.of("COMMIT", "END", "ABORT", "XA");
    private static final Set<String> NOISE = Set.of("WORK", "TRANSACTION", "TRAN");

    private final List<String> words;

    private TransactionControl(List<String> words) {
        this.words = words;
    }

    /** Returns the words of {@code statement} that control a transaction; empty if there are none. */
    static Optional<String> in(String statement, SqlSyntax syntax) {
        return new TransactionControl(words(statement, syntax, false)).find();
    }

    /** Returns the words and symbols of a statement in upper case, with those of comments that the database executes. */
    static List<String> allWords(String statement, SqlSyntax syntax) {
        return words(statement, syntax, true);
    }

    /** MySQL and MariaDB execute the text of some comments, so such a text counts as if it stood there. */
    private static List<String> words(String statement, SqlSyntax syntax, boolean all) {
        List<String> words = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(statement, syntax);
        int at = 0;
        boolean complete = false;
        while (at < statement.length() && !complete) {
            Token token = scanner.at(at);
            at = token.end();
            if (token.says()) {
                String text = token.in(statement);
                if (syntax.has(Feature.EXECUTED_COMMENTS) && text.startsWith("/*")) {
                    words.addAll(words(executed(text), syntax, all));
                } else if (!(words.isEmpty() && text.equals(";"))) {
                    words.add(word(token, text));
                }
            }
            complete = !all && !words.isEmpty() && !needsMore(words.get(0));
        }
        return words;
    }

    /** A variable may be quoted as a name is. */
    private static String word(Token token, String text) {
        boolean isName = token.kind() != Token.Kind.QUOTED || text.startsWith("`");
        return isName ? text.replace("`", "").toUpperCase(Locale.ROOT) : text.substring(0, 1);
    }

    /** Most statements are known by their first word, and some are very long. */
    private static boolean needsMore(String first) {
        return Set.of("ROLLBACK", "BEGIN", "START", "PREPARE", "SET", "LOCK", "UNLOCK", "FLUSH")
                .contains(first);
    }

    private static String executed(String comment) {
        int start = comment.indexOf('!') + 1;
        while (start < comment.length() && Character.isDigit(comment.charAt(start))) {
            start++;
        }
        int end = comment.endsWith("*/") ? comment.length() - 2 : comment.length();
        return start <= end ? comment.substring(start, end) : "";
    }

    /** Returns the first word of a statement in upper case; an empty text if it has none. */
    static String firstWord(String statement, SqlSyntax syntax) {
        return new TransactionControl(words(statement, syntax, false)).word(0);
    }

    private Optional<String> find() {
        String first = word(0);
        if (first.equals("SET") && word(1).equals("STATEMENT") && words.contains("FOR")) {
            return new TransactionControl(words.subList(words.indexOf("FOR") + 1, words.size())).find();
        }
        boolean found = switch (first) {
            case "ROLLBACK" -> !word(NOISE.contains(word(1)) ? 2 : 1).equals("TO");
            case "BEGIN" -> !word(1).equals("NOT");
            case "START", "PREPARE" ->
                word(1).equals("TRANSACTION") || (first.equals("PREPARE") && word(1).equals("COMMIT"));
            case "SET" -> setsAutocommit();
            case "LOCK" -> word(1).equals("TABLES") || locksForSession();
            case "UNLOCK" -> word(1).startsWith("TABLE");
            case "FLUSH" -> words.contains("LOCK") || words.contains("EXPORT"); // until UNLOCK TABLES
            default -> ALWAYS.contains(first);
        };
        if (!found) {
            return Optional.empty();
        }
        return Optional.of(
                switch (first) {
                    case "START", "PREPARE", "LOCK", "UNLOCK" -> first + " " + word(1);
                    case "SET" -> "SET AUTOCOMMIT";
                    case "FLUSH" -> "FLUSH TABLES";
                    default -> first;
                });
    }

    /** The variable may stand anywhere in a list of assignments, and may say that it is the session's. */
    private boolean setsAutocommit() {
        for (int i = 1; i < words.size(); i++) {
            String before = word(i - 1);
            if (word(i).equals("AUTOCOMMIT")
                    && (i == 1 || Set.of(",", "@", ".", "SESSION", "LOCAL").contains(before))
                    && !isOfAnother(i)
                    && !isRead(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code @@global.autocommit} is the server's, and {@code @autocommit} the user's. */
    private boolean isOfAnother(int variable) {
        return (word(variable - 1).equals(".") && word(variable - 2).equals("GLOBAL"))
                || (word(variable - 1).equals("@") && !word(variable - 2).equals("@"));
    }

    /** In {@code SET @before = @@autocommit}, the variable stands on the other side of the assignment. */
    private boolean isRead(int variable) {
        for (int i = variable - 1; i > 0 && !word(i).equals(","); i--) {
            if (word(i).equals("=") || word(i).equals(":=")) {
                return true;
            }
        }
        return false;
    }

    /** {@code LOCK TABLE t WRITE}, unlike PostgreSQL's {@code LOCK TABLE t IN … MODE}. */
    private boolean locksForSession() {
        return word(1).equals("TABLE")
                && !words.contains("MODE")
                && (words.contains("READ") || words.contains("WRITE"));
    }

    private String word(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "";
    }
}
