package dev.headway.op;

import dev.headway.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The one column that a directive is about. */
final class SingleColumn {
    private SingleColumn() {}

    static ColumnDraft of(String table, Consumer<Columns> definition) {
        List<ColumnDraft> drafts = new ArrayList<>();
        definition.accept(name -> new ColumnTypes(name, drafts::add));
        if (drafts.size() != 1) {
            throw new IllegalArgumentException(
                    "One column of table '" + table + "' is to be declared here, not " + drafts.size());
        }
        ColumnDraft draft = drafts.get(0);
        if (draft.isPrimaryKey()) {
            draft.constraints().add(0, new Constraint.PrimaryKey(null, List.of(draft.name())));
        }
        return draft;
    }
}
