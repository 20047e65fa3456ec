package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;

/** Writes SQL as a Java literal: as a text block if it has several lines and a text block preserves them. */
final class SqlSource {
    private SqlSource() {}

    static CodeBlock of(String sql) {
        if (!sql.contains("\n") || sql.lines().anyMatch(line -> line.endsWith(" ")) || sql.startsWith(" ")) {
            return CodeBlock.of("$S", sql);
        }
        String escaped = sql.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").replace("\r", "\\r");
        // A quote at the end would be taken for one of those that end the block.
        String closed = escaped.endsWith("\"") ? escaped.substring(0, escaped.length() - 1) + "\\\"" : escaped;
        return CodeBlock.of("\"\"\"\n$L\"\"\"", closed);
    }
}
