package dev.headway.processor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A digest of the tokens in the body of a class, to detect changes. It ignores comments, layout, the annotation, the header and
 * the name of the class, so that a revision can be renamed, moved and formatted.
 */
final class Checksum {
    private static final Set<String> KINDS = Set.of("class", "record", "interface", "enum");
    private static final int BYTES = 8;

    private Checksum() {}

    /**
     * Returns the digest of a class, in 16 characters.
     *
     * @param tokens the tokens of its source file
     * @param names its simple name, preceded by those of its enclosing types
     */
    static Optional<String> of(List<String> tokens, List<String> names) {
        int from = 0;
        for (String name : names) {
            from = bodyOf(name, tokens, from);
        }
        return from == tokens.size()
                ? Optional.empty()
                : Optional.of(digest(tokens.subList(from, endOfBody(tokens, from)), names.get(names.size() - 1)));
    }

    /** Returns the index at which the body of a type starts. Braces in parentheses belong to annotations. */
    private static int bodyOf(String name, List<String> tokens, int from) {
        int at = from;
        while (at < tokens.size() && !isDeclaration(name, tokens, at)) {
            at++;
        }
        for (int parentheses = 0; at < tokens.size(); at++) {
            switch (tokens.get(at)) {
                case "(" -> parentheses++;
                case ")" -> parentheses--;
                case "{" -> {
                    if (parentheses == 0) {
                        return at + 1;
                    }
                }
                default -> {}
            }
        }
        return tokens.size();
    }

    private static boolean isDeclaration(String name, List<String> tokens, int at) {
        return at > 0 && tokens.get(at).equals(name) && KINDS.contains(tokens.get(at - 1));
    }

    private static int endOfBody(List<String> tokens, int from) {
        int depth = 1;
        int at = from;
        while (at < tokens.size()) {
            switch (tokens.get(at)) {
                case "{" -> depth++;
                case "}" -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static String digest(List<String> tokens, String self) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String token : tokens) {
                sha.update((token.equals(self) ? "class" : token).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
