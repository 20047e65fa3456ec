package dev.headway.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Java source into tokens, without comments and layout. A comparison needs no more: operators are split into characters,
 * except {@code ++} and {@code --}, which must differ from {@code + +}.
 */
final class JavaTokens {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private int at;

    private JavaTokens(String source) {
        this.source = source;
    }

    /** Returns the tokens of a source, in order. */
    static List<String> of(String source) {
        return new JavaTokens(source).all();
    }

    private List<String> all() {
        List<String> tokens = new ArrayList<>();
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                skipTo("\n");
            } else if (source.startsWith("/*", at)) {
                at += 2;
                skipTo("*/");
            } else if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else {
                tokens.add(next());
            }
        }
        return tokens;
    }

    private void skipTo(String end) {
        int found = source.indexOf(end, at);
        at = found < 0 ? source.length() : found + end.length();
    }

    private String next() {
        if (source.startsWith(TEXT_BLOCK, at)) {
            return withoutLayout(literal(TEXT_BLOCK));
        }
        char first = source.charAt(at);
        if (first == '"' || first == '\'') {
            return literal(String.valueOf(first));
        }
        int from = at;
        if (Character.isJavaIdentifierPart(first)) {
            while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
                at++;
            }
        } else {
            at += source.startsWith("++", at) || source.startsWith("--", at) ? 2 : 1;
        }
        return source.substring(from, at);
    }

    /** Returns a text block without the indentation that the compiler removes. */
    private static String withoutLayout(String block) {
        int content = block.indexOf('\n') + 1;
        int end = Math.max(content, block.length() - TEXT_BLOCK.length());
        return TEXT_BLOCK + block.substring(content, end).stripIndent();
    }

    private String literal(String quote) {
        int from = at;
        at += quote.length();
        while (at < source.length() && !source.startsWith(quote, at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + quote.length(), source.length());
        return source.substring(from, at);
    }
}
