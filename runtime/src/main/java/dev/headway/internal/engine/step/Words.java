package dev.headway.internal.engine.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a statement, read from left to right. */
final class Words {
    private final List<String> tokens;
    private int at;

    Words(List<String> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** Returns whether one of the remaining tokens is this keyword. */
    boolean contains(String keyword) {
        return tokens.subList(at, tokens.size()).stream().anyMatch(keyword::equalsIgnoreCase);
    }

    /** Returns whether one of the remaining tokens that are not in parentheses is this keyword. */
    boolean containsOutsideParentheses(String keyword) {
        int depth = 0;
        for (String token : tokens.subList(at, tokens.size())) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equalsIgnoreCase(keyword)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the next tokens are these keywords. */
    boolean startsWith(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).equalsIgnoreCase(keywords[i])) {
                return false;
            }
        }
        return true;
    }

    /** Skips these keywords if they are next, and returns whether they were. */
    boolean skip(String... keywords) {
        boolean found = startsWith(keywords);
        at += found ? keywords.length : 0;
        return found;
    }

    /** Skips the next token, and returns it in capitals. */
    String word() {
        return isAtEnd() ? "" : tokens.get(at++).toUpperCase(Locale.ROOT);
    }

    /** Skips a name, qualified or not, and returns its last part without quotes. */
    String name() {
        String last = "";
        do {
            last = isAtEnd() ? "" : tokens.get(at++);
        } while (skip("."));
        boolean quoted = last.startsWith("`") || last.startsWith("\"") || last.startsWith("[");
        return (quoted && last.length() > 1 ? last.substring(1, last.length() - 1) : last).toLowerCase(Locale.ROOT);
    }

    /** Returns the remaining tokens, separated at the commas that are not in parentheses. */
    List<Words> byComma() {
        List<Words> parts = new ArrayList<>();
        int start = at;
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                parts.add(new Words(tokens.subList(start, i)));
                start = i + 1;
            }
        }
        parts.add(new Words(tokens.subList(start, tokens.size())));
        return parts;
    }

    /** Returns the tokens in the parentheses that come next, separated at commas. */
    List<Words> inParentheses() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0) {
                return new Words(tokens.subList(at + 1, i)).byComma();
            }
        }
        return List.of();
    }
}
