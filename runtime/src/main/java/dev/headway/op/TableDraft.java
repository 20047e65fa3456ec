package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table that is being declared. */
public final class TableDraft implements Columns {
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private TableDraft() {}

    static Table define(String name, Consumer<TableDraft> definition) {
        TableDraft draft = new TableDraft();
        definition.accept(draft);
        return draft.table(name);
    }

    @Override
    public ColumnTypes column(String name) {
        return new ColumnTypes(name, columns::add);
    }

    /** Makes these columns the primary key; the database names it. */
    public void primaryKey(String... columns) {
        constraints.add(new Constraint.PrimaryKey(null, List.of(columns)));
    }

    /** Lets no two rows share the values of all these columns, by a constraint of this name. */
    public void unique(String name, String... columns) {
        constraints.add(new Constraint.Unique(name, List.of(columns)));
    }

    private Table table(String name) {
        List<Column> finished = new ArrayList<>();
        List<String> key = new ArrayList<>();
        List<Constraint> all = new ArrayList<>();
        for (ColumnDraft draft : columns) {
            finished.add(draft.column());
            all.addAll(draft.constraints());
            if (draft.isPrimaryKey()) {
                key.add(draft.name());
            }
        }
        if (!key.isEmpty()) {
            all.add(0, new Constraint.PrimaryKey(null, key));
        }
        all.addAll(constraints);
        return new Table(name, finished, all);
    }
}
