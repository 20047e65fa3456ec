package dev.headway.examples.hsqldb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions that HSQLDB reports, in which it writes the schema before each table. */
final class HsqldbExpressions {
    private final Pattern textOrSchema;

    /** Creates a filter for the stored name of a schema. */
    HsqldbExpressions(String schema) {
        String plain = "(?<![\\w\"])" + Pattern.quote(schema);
        String quoted = Pattern.quote('"' + schema.replace("\"", "\"\"") + '"');
        textOrSchema = Pattern.compile("('(?:[^']|'')*')|(?:" + plain + "|" + quoted + ")\\.");
    }

    /** Removes the schema, except from text in quotes. */
    String withoutSchema(String sql) {
        return textOrSchema
                .matcher(sql)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group()));
    }
}
