package dev.headway.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * The objects in a schema, each kind sorted by name, and those in other schemas, whose names start with their schema.
 *
 * @param tables the tables
 * @param sequences the sequences, except those of identity columns
 * @param views the views
 * @param enums the enum types
 * @param others the names of the other schemas
 * @since 0.1
 */
public record Schema(
        List<Table> tables, List<Sequence> sequences, List<View> views, List<EnumType> enums, List<String> others) {
    /** A schema without objects. */
    public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        enums = List.copyOf(enums);
        others = List.copyOf(others);
    }

    /** Returns the objects of both. */
    public Schema and(Schema more) {
        return new Schema(
                joined(tables, more.tables),
                joined(sequences, more.sequences),
                joined(views, more.views),
                joined(enums, more.enums),
                joined(others, more.others));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
