package dev.headway.internal.database.postgresql;

import dev.headway.database.ComparisonRules;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PostgreSQL names constraints after their table and columns, and stores expressions in its own words: {@code level IN ('A')}
 * has one more cast whenever it is created from what was read, until it has all of them.
 */
final class PostgresComparison implements ComparisonRules {
    private static final Pattern PARAMETERS = Pattern.compile("\\([^)]*\\)");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
    private static final List<Set<String>> RELATED = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"));

    @Override
    public boolean isGeneratedName(String table, Constraint constraint) {
        return generatedName(table, constraint).equals(constraint.name());
    }

    private static String generatedName(String table, Constraint constraint) {
        String columns = String.join("_", constraint.columns());
        if (constraint instanceof PrimaryKey) {
            return table + "_pkey";
        } else if (constraint instanceof Unique) {
            return table + "_" + columns + "_key";
        } else if (constraint instanceof ForeignKey) {
            return table + "_" + columns + "_fkey";
        } else if (constraint instanceof Check) {
            return table + "_check";
        }
        return table + "_excl";
    }

    @Override
    public boolean repeatsGeneratedNames() {
        return true;
    }

    @Override
    public boolean rewritesExpressions() {
        return true;
    }

    /** Values of related types are converted without an expression, others through their text. */
    @Override
    public Optional<String> conversion(String column, String from, String to) {
        String before = PARAMETERS.matcher(from).replaceAll("");
        String after = PARAMETERS.matcher(to).replaceAll("");
        boolean converts = before.equals(after)
                || TEXTS.contains(after)
                || RELATED.stream().anyMatch(types -> types.contains(before) && types.contains(after));
        return converts ? Optional.empty() : Optional.of("CAST(CAST(" + column + " AS text) AS " + to + ")");
    }
}
