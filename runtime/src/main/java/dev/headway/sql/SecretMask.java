package dev.headway.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Replaces secrets in messages by {@code ***}.
 *
 * @since 0.1
 */
public final class SecretMask {
    /** Stands for a statement that is secret as a whole. */
    public static final String SECRET_STATEMENT = "(secret statement)";

    private static final String MASK = "***";
    private static final String NOT_SHOWN = "(message not shown, because it may quote the secret statement)";

    /** A database may quote the beginning of a secret. Shorter ones occur in other words. */
    private static final int SHORTEST_BEGINNING = 3;

    private final List<String> secrets;
    private final boolean everything;

    private SecretMask(Collection<String> secrets, boolean everything) {
        Set<String> all = new HashSet<>();
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                addSpellings(all, secret);
                addSpellings(all, secret.replace("''", "'"));
                addSpellings(all, secret.replace("\\'", "'"));
            }
        }
        List<String> longestFirst = new ArrayList<>(all);
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        this.secrets = List.copyOf(longestFirst);
        this.everything = everything;
    }

    /** Adds a secret as strings of different databases write it. */
    private static void addSpellings(Set<String> all, String secret) {
        all.add(secret);
        all.add(secret.replace("'", "''"));
        all.add(secret.replace("'", "''''"));
        all.add(secret.replace("'", "\\'"));
        all.add(secret.replace("\"", "\"\""));
        all.add(secret.replace("\"\"", "\""));
    }

    /** Masks these secrets. */
    public static SecretMask of(Collection<String> secrets) {
        return new SecretMask(secrets, false);
    }

    /** Masks the secrets that the words before them reveal in a statement of any database. */
    public static SecretMask ofSql(String sql) {
        return of(SecretLiterals.of(sql));
    }

    /** Masks each message as a whole. */
    public static SecretMask ofEverything() {
        return new SecretMask(List.of(), true);
    }

    /** Returns the text without the secrets. */
    public String mask(String text) {
        if (everything) {
            return NOT_SHOWN;
        }
        String masked = text;
        for (String secret : secrets) {
            masked = withoutBeginning(masked.replace(secret, MASK), secret);
        }
        return masked;
    }

    /** Returns the text without the beginning of a secret that a quotation cuts off. */
    private static String withoutBeginning(String text, String secret) {
        if (secret.length() <= SHORTEST_BEGINNING) {
            return text;
        }
        String start = secret.substring(0, SHORTEST_BEGINNING);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        int at = text.indexOf(start);
        while (at >= 0) {
            int end = at;
            while (end < text.length() && end - at < secret.length() && text.charAt(end) == secret.charAt(end - at)) {
                end++;
            }
            if (isEndOfQuotation(text, end)) {
                masked.append(text, copied, at).append(MASK);
                copied = end;
            }
            at = text.indexOf(start, Math.max(at + 1, copied));
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private static boolean isEndOfQuotation(String text, int at) {
        return at == text.length() || "'\"`…".indexOf(text.charAt(at)) >= 0 || text.startsWith("...", at);
    }

    /**
     * Returns the exception, or a copy without the secrets, with the same SQL state and vendor code, if the text of the exception
     * or of one of its causes contains one.
     */
    public Throwable mask(Throwable thrown) {
        return containsSecret(thrown, seen()) ? copy(thrown, seen()) : thrown;
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private boolean containsSecret(Throwable thrown, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return false;
        }
        String text = thrown.toString();
        if (!mask(text).equals(text) || (thrown.getCause() != null && containsSecret(thrown.getCause(), seen))) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (containsSecret(suppressed, seen)) {
                return true;
            }
        }
        return thrown instanceof SQLException sql
                && sql.getNextException() != null
                && containsSecret(sql.getNextException(), seen);
    }

    private Throwable copy(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        String message = thrown.getMessage() == null ? "" : mask(thrown.getMessage());
        Throwable copy;
        if (thrown instanceof SQLException sql) {
            String shown = everything ? "error code " + sql.getErrorCode() + " " + message : message;
            SQLException masked = new SQLException(shown, sql.getSQLState(), sql.getErrorCode());
            if (sql.getNextException() != null
                    && !seen.contains(sql.getNextException())
                    && copy(sql.getNextException(), seen) instanceof SQLException next) {
                masked.setNextException(next);
            }
            copy = masked;
        } else {
            copy = new RuntimeException(thrown.getClass().getName() + ": " + message);
        }
        copy.setStackTrace(thrown.getStackTrace());
        if (thrown.getCause() != null && !seen.contains(thrown.getCause())) {
            copy.initCause(copy(thrown.getCause(), seen));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, seen));
            }
        }
        return copy;
    }
}
