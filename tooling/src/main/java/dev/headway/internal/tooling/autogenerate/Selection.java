package dev.headway.internal.tooling.autogenerate;

import dev.headway.Configuration;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are compared, selected by name. Tables of migration tools are never compared.
 *
 * @param otherSchemas the schemas that are compared in addition to the current one
 * @param included the names of tables, views, sequences and enums to compare; all if empty
 * @param excluded the names of those that are not compared
 * @param excludedParts the names of indexes and constraints that are not compared, as in {@code account.ix_nick}
 */
public record Selection(
        List<String> otherSchemas, List<Pattern> included, List<Pattern> excluded, List<Pattern> excludedParts) {
    private static final Pattern OF_TOOLS = Pattern.compile(
            "headway_(revision|log|lock|lease)|flyway_schema_history|databasechangelog(lock)?|alembic_version");

    /** Everything except the tables of migration tools. */
    public static final Selection ALL = of(List.of(), List.of(), List.of());

    /** Returns the selection that {@code headway.schemas}, {@code headway.include} and {@code headway.exclude} configure. */
    public static Selection of(Configuration configuration) {
        return of(names(configuration, "schemas"), names(configuration, "include"), names(configuration, "exclude"));
    }

    private static List<String> names(Configuration configuration, String setting) {
        return configuration.value(setting).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns a selection by names, in which * matches any text. */
    public static Selection of(List<String> otherSchemas, List<String> include, List<String> exclude) {
        return new Selection(
                otherSchemas,
                patterns(include, glob -> true),
                patterns(exclude, glob -> true),
                patterns(exclude, glob -> glob.contains(".")));
    }

    private static List<Pattern> patterns(List<String> globs, Predicate<String> kind) {
        return globs.stream()
                .filter(kind)
                .map(glob -> Pattern.compile(
                        Pattern.quote(glob).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }

    /** Returns a schema with only the selected objects. */
    public Schema of(Schema schema) {
        return new Schema(
                schema.tables().stream()
                        .filter(table -> has(table.name()))
                        .map(this::of)
                        .toList(),
                schema.sequences().stream()
                        .filter(sequence -> has(sequence.name()))
                        .toList(),
                schema.views().stream().filter(view -> has(view.name())).toList(),
                schema.enums().stream().filter(type -> has(type.name())).toList(),
                schema.others());
    }

    private Table of(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.constraints().stream()
                        .filter(constraint -> hasPart(table, constraint.name()))
                        .toList(),
                table.indexes().stream()
                        .filter(index -> hasPart(table, index.name()))
                        .toList(),
                table.comment());
    }

    private boolean hasPart(Table table, @Nullable String name) {
        return name == null || !matches(excludedParts, table.name() + "." + name);
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
