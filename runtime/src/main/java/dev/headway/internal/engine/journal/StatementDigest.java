package dev.headway.internal.engine.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies the statements that were run, and their order, by 64 characters. */
public final class StatementDigest {
    /** The digest of no statements. */
    public static final String NOTHING = "0".repeat(64);

    private StatementDigest() {}

    /** Returns the digest of the statements that {@code digest} identifies, followed by {@code sql}. */
    public static String of(String digest, String sql) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(digest.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
