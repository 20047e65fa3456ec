package dev.headway.internal.database.mysql;

import dev.headway.database.StandardDefaults;
import dev.headway.internal.database.mysqlfamily.FamilySource;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.DefaultValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults as MySQL prints them: all constants in quotes, those of large types as expressions with a character set. */
final class MySqlSource extends FamilySource {
    private static final Pattern NUMBER = Pattern.compile("(tiny|small|medium|big)?int.*|decimal.*|float.*|double.*");
    private static final Pattern TEXT = Pattern.compile("(?s)'((?:[^'\\\\]|''|\\\\.)*)'");
    private static final Pattern LARGE_TEXT = Pattern.compile("(?s)\\(_utf8mb4(" + TEXT.pattern() + ")\\)");
    private static final Pattern BYTES = Pattern.compile("X'([0-9A-F]*)'|\\(0x([0-9a-f]*)\\)");
    private static final Pattern ESCAPED = Pattern.compile("(?s)''|\\\\(.)");

    @Override
    public DefaultValue portableDefault(Column column, String sql) {
        Matcher large = LARGE_TEXT.matcher(sql);
        Matcher text = TEXT.matcher(large.matches() ? large.group(1) : sql);
        Matcher bytes = BYTES.matcher(sql);
        if (text.matches()) {
            boolean number = column.type() instanceof Native type
                    && NUMBER.matcher(type.sql()).matches();
            return number ? StandardDefaults.of(text.group(1)) : DefaultValue.of(unescaped(text.group(1)));
        } else if (bytes.matches()) {
            String hex = bytes.group(1) == null ? bytes.group(2) : bytes.group(1);
            return new DefaultValue.Bytes(hex.toLowerCase(Locale.ROOT));
        }
        return super.portableDefault(column, sql);
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String escaped) {
        return switch (String.valueOf(escaped)) {
            case "null" -> "'";
            case "n" -> "\n";
            case "r" -> "\r";
            case "0" -> "\0";
            case "Z" -> "\032";
            default -> escaped;
        };
    }
}
