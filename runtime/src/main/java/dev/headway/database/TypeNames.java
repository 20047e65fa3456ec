package dev.headway.database;

import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Decimal;
import dev.headway.schema.ColumnType.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The portable types of a database, by the names under which it reports them. Names are regular expressions, and must match
 * entirely. Immutable.
 *
 * @since 0.1
 */
public final class TypeNames {
    /** No names. */
    public static final TypeNames NONE = new TypeNames(List.of());

    private final List<Entry> entries;

    private record Entry(Pattern name, Function<MatchResult, Optional<ColumnType>> type) {}

    private TypeNames(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Adds a type without parameters. */
    public TypeNames with(String name, Plain type) {
        return with(name, found -> Optional.of(type));
    }

    /** Adds a type with a length, which is the first group of {@code name}, as in {@code varchar\((\d+)\)}. */
    public TypeNames withLength(String name, IntFunction<ColumnType> type) {
        return with(name, found -> Optional.of(type.apply(Integer.parseInt(found.group(1)))));
    }

    /** Adds {@code decimal}, whose precision and scale are the groups of {@code name}. */
    public TypeNames withDecimal(String name) {
        return with(name, found -> decimal(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
    }

    /** A scale beyond the precision is not portable. */
    private static Optional<ColumnType> decimal(int precision, int scale) {
        return scale > precision ? Optional.empty() : Optional.of(new Decimal(precision, scale));
    }

    private TypeNames with(String name, Function<MatchResult, Optional<ColumnType>> type) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(new Entry(Pattern.compile(name), type));
        return new TypeNames(all);
    }

    /** Returns the portable type that the database reports under a name. */
    public Optional<ColumnType> find(String name) {
        for (Entry entry : entries) {
            Matcher found = entry.name().matcher(name);
            if (found.matches()) {
                return entry.type().apply(found);
            }
        }
        return Optional.empty();
    }
}
