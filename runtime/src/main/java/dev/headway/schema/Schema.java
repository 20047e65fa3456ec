package dev.headway.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that is in a schema, each kind by name; and in others beside it, with their names before those of what is in them.
 *
 * @param tables the tables
 * @param sequences the sequences, without those that number the rows of a column
 * @param views the views
 * @param enums the enums that are types of their own
 * @param others the other schemas
 */
public record Schema(
        List<Table> tables, List<Sequence> sequences, List<View> views, List<EnumType> enums, List<String> others) {
    /** A schema with nothing in it. */
    public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        enums = List.copyOf(enums);
        others = List.copyOf(others);
    }

    /** Returns what is in both. */
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
