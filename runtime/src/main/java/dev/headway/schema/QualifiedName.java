package dev.headway.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, index, view, sequence or type, with or without its schema.
 *
 * @param schema the schema; null for the current one
 * @param name the name, without quotes
 * @since 0.1
 */
public record QualifiedName(@Nullable String schema, String name) {
    /** Refuses blank names. */
    public QualifiedName {
        if (schema != null) {
            Name.require("A schema", schema);
        }
        Name.require("An object", name);
    }

    /**
     * Parses a name as migrations write it: {@code account} or {@code audit.account}. A part that contains a dot or starts with
     * a double quote is in double quotes, and its own double quotes are doubled: {@code "a.b"}.
     *
     * @throws IllegalArgumentException if it has more than two parts or an unclosed quote
     */
    public static QualifiedName parse(String text) {
        int end = endOfPart(text, 0);
        if (end == text.length()) {
            return new QualifiedName(null, unquoted(text));
        }
        String rest = text.substring(end + 1);
        if (endOfPart(rest, 0) != rest.length()) {
            throw new IllegalArgumentException(
                    "The name '" + text + "' has more parts than a schema and a name: write a"
                            + " name that has a dot in it in double quotes, as Sql.name(\"a.b\") does");
        }
        return new QualifiedName(unquoted(text.substring(0, end)), unquoted(rest));
    }

    /** Returns this name as migrations write it, for {@link #parse}. */
    public String written() {
        return schema == null ? literally(name) : literally(schema) + "." + literally(name);
    }

    /** Returns {@code name} in double quotes if {@link #parse} needs them to read it as one name without a schema. */
    public static String literally(String name) {
        return name.startsWith("\"") || name.indexOf('.') >= 0 ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    private static int endOfPart(String text, int from) {
        if (!text.startsWith("\"", from)) {
            int dot = text.indexOf('.', from);
            return dot < 0 ? text.length() : dot;
        }
        int i = from + 1;
        while (i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
            i += text.charAt(i) == '"' ? 2 : 1;
        }
        if (i >= text.length() || (i + 1 < text.length() && text.charAt(i + 1) != '.')) {
            throw new IllegalArgumentException(
                    "The name '" + text + "' has an unclosed double quote, or text after the closing one");
        }
        return i + 1;
    }

    private static String unquoted(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}
