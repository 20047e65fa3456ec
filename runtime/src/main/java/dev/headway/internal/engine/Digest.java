package dev.headway.internal.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells by 64 characters which statements were run, in which order. */
final class Digest {
    /** The digest of no statements. */
    static final String NOTHING = "0".repeat(64);

    private Digest() {}

    /** Returns the digest of the statements of {@code digest} and one more. */
    static String of(String digest, String sql) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(digest.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
