package dev.headway.graph;

import java.util.Set;

/** The rule that ids of revisions and branch labels keep, so that neither can be taken for another part of an identifier. */
final class Names {
    static final int MAX_LENGTH = 64;
    static final String RULE = "1 to " + MAX_LENGTH + " of A-Z a-z 0-9 _ .";

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private Names() {}

    static boolean wellFormed(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!allowed(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean reserved(String name) {
        return RESERVED.contains(name);
    }

    /** Returns a well-formed name that resembles {@code name}, to propose in a message. */
    static String mended(String name) {
        StringBuilder mended = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), MAX_LENGTH); i++) {
            mended.append(allowed(name.charAt(i)) ? name.charAt(i) : '_');
        }
        return mended.isEmpty() || reserved(mended.toString()) ? "r_" + mended : mended.toString();
    }

    private static boolean allowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }
}
