package dev.headway.graph;

import java.util.Set;

/** The rule for ids and branch labels. It keeps them distinct from the other parts of an identifier. */
final class RevisionNames {
    static final int MAX_LENGTH = 64;
    static final String RULE = "1 to " + MAX_LENGTH + " of A-Z a-z 0-9 _ .";

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private RevisionNames() {}

    static boolean isWellFormed(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isAllowed(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** Returns a well-formed name similar to {@code name}, for a message. */
    static String propose(String name) {
        StringBuilder proposed = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), MAX_LENGTH); i++) {
            proposed.append(isAllowed(name.charAt(i)) ? name.charAt(i) : '_');
        }
        return proposed.isEmpty() || isReserved(proposed.toString()) ? "r_" + proposed : proposed.toString();
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }
}
