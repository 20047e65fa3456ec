package dev.headway.autogenerate;

import dev.headway.Configuration;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tables, views, sequences and enums are compared, by their names; none that tools keep for themselves.
 *
 * @param besides the schemas beside the one that is worked in whose things are compared too
 * @param included those that are, all if there are none
 * @param excluded those of them that are not
 */
record Selection(List<String> besides, List<Pattern> included, List<Pattern> excluded) {
    private static final Pattern OF_TOOLS = Pattern.compile(
            "headway_(revision|log|lock|lease)|flyway_schema_history|databasechangelog(lock)?|alembic_version");

    /** All but what tools keep for themselves. */
    static final Selection ALL = new Selection(List.of(), List.of(), List.of());

    /** Returns those of {@code headway.include}, all if that is not set, but those of {@code headway.exclude}. */
    static Selection of(Configuration configuration) {
        return new Selection(
                names(configuration, "schemas"),
                patterns(configuration, "include"),
                patterns(configuration, "exclude"));
    }

    private static List<String> names(Configuration configuration, String setting) {
        return configuration.value(setting).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<Pattern> patterns(Configuration configuration, String setting) {
        return names(configuration, setting).stream()
                .map(glob -> Pattern.compile(
                        Pattern.quote(glob).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }

    Schema of(Schema schema) {
        return new Schema(
                schema.tables().stream().filter(table -> has(table.name())).toList(),
                schema.sequences().stream()
                        .filter(sequence -> has(sequence.name()))
                        .toList(),
                schema.views().stream().filter(view -> has(view.name())).toList(),
                schema.enums().stream().filter(type -> has(type.name())).toList(),
                schema.others());
    }

    private boolean has(String name) {
        return !OF_TOOLS.matcher(QualifiedName.parse(name).name().toLowerCase(Locale.ROOT))
                        .matches()
                && (included.isEmpty() || matches(included, name))
                && !matches(excluded, name);
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
