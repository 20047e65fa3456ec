package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
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
        List<Types> begun = new ArrayList<>();
        ColumnOptions<?> draft = definition.apply(name -> Types.begin(name, begun));
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
    static SingleColumn named(
            String table, String name, Function<ColumnTypes<ColumnDraft>, ColumnOptions<?>> definition) {
        return of(table, columns -> definition.apply(columns.column(name)));
    }

    /** A column with a name, which needs a type. */
    static final class Types implements ColumnTypes<ColumnDraft> {
        private final String name;
        private final List<ColumnDraft> drafts = new ArrayList<>();

        private Types(String name) {
            this.name = name;
        }

        static Types begin(String name, List<Types> begun) {
            Types types = new Types(name);
            begun.add(types);
            return types;
        }

        /**
         * Returns the columns that were declared with this name.
         *
         * @throws IllegalArgumentException if there are none
         */
        List<ColumnDraft> drafts(String table) {
            if (drafts.isEmpty()) {
                throw new IllegalArgumentException("Column '" + name + "' of table '" + table
                        + "' has no type: specify one after the name, such as varchar(20)");
            }
            return drafts;
        }

        @Override
        public ColumnDraft of(ColumnType type) {
            ColumnDraft draft = new ColumnDraft(name, type);
            drafts.add(draft);
            return draft;
        }
    }
}
