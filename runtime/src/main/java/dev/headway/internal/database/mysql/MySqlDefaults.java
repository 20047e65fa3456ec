package dev.headway.internal.database.mysql;

import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where MySQL requires parentheses around a default (manual, <em>Data Type Default Values</em>): around expressions, and around
 * constants of types that have no other defaults.
 */
final class MySqlDefaults {
    private static final Set<Plain> LARGE = Set.of(Plain.TEXT, Plain.JSON, Plain.BINARY);
    private static final Pattern LARGE_NATIVE = Pattern.compile("(?i)(tiny|medium|long)?(text|blob)\\b.*|json\\b.*"
            + "|(multi)?(geometry|geom|point|linestring|polygon)(collection)?\\b.*");

    private static final Pattern WITH_UPDATE = Pattern.compile("(?is)(.*?)(\\s+on\\s+update\\s+\\S+)?");
    private static final Pattern CURRENT_TIME =
            Pattern.compile("(?i)(current_timestamp|localtimestamp|localtime|now)" + "(\\s*\\(\\s*\\d*\\s*\\))?");
    private static final Pattern CONSTANT = Pattern.compile("(?is)true|false|[+-]?[0-9.]+(e[+-]?[0-9]+)?"
            + "|([bxn]|_\\w+\\s*)?'([^'\\\\]|''|\\\\.)*'|\"([^\"\\\\]|\"\"|\\\\.)*\"|0x[0-9a-f]+|0b[01]+");

    private MySqlDefaults() {}

    /** Returns a default that is given in SQL, with parentheses if it requires them. */
    static String enclosed(String sql, ColumnType type) {
        Matcher parts = WITH_UPDATE.matcher(sql.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("No default: " + sql);
        }
        String value = parts.group(1);
        boolean plain = value.equalsIgnoreCase("null")
                || CURRENT_TIME.matcher(value).matches()
                || (CONSTANT.matcher(value).matches() && !isLarge(type));
        String update = parts.group(2) == null ? "" : parts.group(2);
        return (plain || SqlParts.isEnclosed(value) ? value : "(" + value + ")") + update;
    }

    private static boolean isLarge(ColumnType type) {
        return type instanceof ColumnType.Native named
                ? LARGE_NATIVE.matcher(named.sql()).matches()
                : type instanceof Plain plain && LARGE.contains(plain);
    }
}
