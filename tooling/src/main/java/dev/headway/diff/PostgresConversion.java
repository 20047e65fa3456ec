package dev.headway.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values of one type become values of another on PostgreSQL: of related types by themselves, of others by their text. */
final class PostgresConversion {
    private static final Pattern PARAMETERS = Pattern.compile("\\([^)]*\\)");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
    private static final List<Set<String>> RELATED = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"));

    private PostgresConversion() {}

    /** Returns the expression that converts a column, given as it stands in SQL; null if none is needed. */
    static @Nullable String using(String column, String from, String to) {
        String before = PARAMETERS.matcher(from).replaceAll("");
        String after = PARAMETERS.matcher(to).replaceAll("");
        if (before.equals(after) || TEXTS.contains(after)) {
            return null;
        }
        return RELATED.stream().anyMatch(types -> types.contains(before) && types.contains(after))
                ? null
                : "CAST(CAST(" + column + " AS text) AS " + to + ")";
    }
}
