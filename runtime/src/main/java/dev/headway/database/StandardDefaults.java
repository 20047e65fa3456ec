package dev.headway.database;

import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Literal;
import dev.headway.schema.DefaultValue.Now;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads defaults that are spelled as in the SQL standard.
 *
 * @since 0.1
 */
public final class StandardDefaults {
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|'')*)'");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private StandardDefaults() {}

    /** Returns the value that a default stands for, or the default as an expression. */
    public static DefaultValue of(String sql) {
        Matcher text = TEXT.matcher(sql);
        if (text.matches()) {
            return new Literal(text.group(1).replace("''", "'"));
        } else if (WHOLE_NUMBER.matcher(sql).matches()) {
            return new Literal(Integer.valueOf(sql));
        } else if (BOOLEANS.contains(sql.toLowerCase(Locale.ROOT))) {
            return new Literal(Boolean.valueOf(sql));
        }
        return sql.equals("CURRENT_TIMESTAMP") ? Now.NOW : new Expression(sql);
    }
}
