package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one column that a directive is about.
 *
 * @param column the column
 * @param constraints what its values must keep
 */
record SingleColumn(Column column, List<Constraint> constraints) {

    /** Reads a column with its name. */
    static SingleColumn of(String table, Consumer<Columns> definition) {
        List<Types> begun = new ArrayList<>();
        definition.accept(name -> Types.begin(name, begun));
        List<ColumnDraft> drafts =
                begun.stream().flatMap(types -> types.drafts(table).stream()).toList();
        if (drafts.size() != 1) {
            throw new IllegalArgumentException(
                    "One column of table '" + table + "' is to be declared here, not " + drafts.size());
        }
        ColumnDraft draft = drafts.get(0);
        List<Constraint> constraints = new ArrayList<>(draft.constraints());
        if (draft.isPrimaryKey()) {
            constraints.add(0, new Constraint.PrimaryKey(null, List.of(draft.name())));
        }
        return new SingleColumn(draft.column(), constraints);
    }

    /** Reads a column whose name is known. */
    static SingleColumn named(String table, String name, Consumer<ColumnTypes<ColumnDraft>> definition) {
        return of(table, columns -> definition.accept(columns.column(name)));
    }

    /** A column that has its name, and waits for its type. */
    static final class Types extends ColumnTypes<ColumnDraft> {
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
         * Returns what was said behind the name.
         *
         * @throws IllegalArgumentException if no type was
         */
        List<ColumnDraft> drafts(String table) {
            if (drafts.isEmpty()) {
                throw new IllegalArgumentException("Column '" + name + "' of table '" + table
                        + "' has no type: say one behind the name, such as varchar(20)");
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
