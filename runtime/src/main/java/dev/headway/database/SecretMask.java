package dev.headway.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Replaces secrets in messages by {@code ***}.
 *
 * @since 0.1
 */
public final class SecretMask {
    private static final String MASK = "***";

    private final List<String> secrets;

    private SecretMask(Collection<String> secrets) {
        List<String> all = new ArrayList<>();
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                all.add(secret);
                all.add(secret.replace("''", "'"));
            }
        }
        all.sort(Comparator.comparing(String::length).reversed());
        this.secrets = List.copyOf(all);
    }

    /** Masks these secrets. */
    public static SecretMask of(Collection<String> secrets) {
        return new SecretMask(secrets);
    }

    /** Masks the secrets of a statement of this database. */
    public static SecretMask of(DatabaseType type, String sql) {
        return new SecretMask(type.secrets(sql));
    }

    /** Returns the text without the secrets. */
    public String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /**
     * Returns the exception, or a copy without the secrets, with the same SQL state and vendor code, if the text of the exception
     * or of one of its causes contains one.
     */
    public Throwable mask(Throwable thrown) {
        return secrets.isEmpty() || !containsSecret(thrown, seen()) ? thrown : copy(thrown, seen());
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
        String message = mask(String.valueOf(thrown.getMessage()));
        Throwable copy;
        if (thrown instanceof SQLException sql) {
            SQLException masked = new SQLException(message, sql.getSQLState(), sql.getErrorCode());
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
