package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The one column that a directive adds or drops.
 *
 * @param column the column
 * @param constraints its constraints
 */
record SingleColumn(Column column, List<Constraint> constraints) {

    /** Reads the definition of a column with its name. */
    static SingleColumn of(String table, Function<Columns, ColumnOptions<?>> definition) {
        List<ColumnTypes> begun = new ArrayList<>();
        ColumnDraft draft = (ColumnDraft) definition.apply(name -> ColumnTypes.begin(name, begun));
        List<ColumnDraft> drafts =
                begun.stream().flatMap(types -> types.drafts(table).stream()).toList();
        if (drafts.size() != 1) {
            throw new IllegalArgumentException(
                    "This directive declares one column of table '" + table + "', not " + drafts.size());
        }
        List<Constraint> constraints = new ArrayList<>(draft.constraints());
        if (draft.isPrimaryKey()) {
            constraints.add(0, new Constraint.PrimaryKey(null, List.of(draft.name())));
        }
        return new SingleColumn(draft.column(), constraints);
    }

    /** Reads the definition of a column without its name. */
    static SingleColumn named(String table, String name, Function<ColumnTypes, ColumnOptions<?>> definition) {
        return of(table, columns -> definition.apply(columns.column(name)));
    }
}
