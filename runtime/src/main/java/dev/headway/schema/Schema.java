package dev.headway.schema;

import java.util.List;

/**
 * All that is in a schema, each kind by name.
 *
 * @param tables the tables
 * @param sequences the sequences, without those that number the rows of a column
 * @param views the views
 * @param enums the enums that are types of their own
 */
public record Schema(List<Table> tables, List<Sequence> sequences, List<View> views, List<EnumType> enums) {
    /** A schema with nothing in it. */
    public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        enums = List.copyOf(enums);
    }
}
