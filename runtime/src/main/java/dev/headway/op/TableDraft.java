package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table that is being declared. */
public final class TableDraft implements Columns {
    private final List<SingleColumn.Types> columns = new ArrayList<>();
    private final List<Supplier<Constraint>> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final String name;
    private @Nullable String comment;

    private TableDraft(String name) {
        this.name = name;
    }

    static Table define(String name, Consumer<TableDraft> definition) {
        TableDraft draft = new TableDraft(name);
        definition.accept(draft);
        return draft.table();
    }

    @Override
    public ColumnTypes<ColumnDraft> column(String name) {
        return SingleColumn.Types.begin(name, columns);
    }

    /** Makes these columns the primary key, so that they may not be null; the database names it. */
    public void primaryKey(String... columns) {
        constraint(null).primaryKey(columns);
    }

    /** Lets no two rows share the values of all these columns, by a constraint of this name. */
    public UniqueDraft unique(String name, String... columns) {
        return constraint(name).unique(columns);
    }

    /** Makes columns point at a row of a table, which is said next, by a constraint of this name. */
    public ForeignKeyDraft foreignKey(String name, String... columns) {
        return constraint(name).foreignKey(columns);
    }

    /** Lets a condition, in the SQL of the database, be not false for any row, by a constraint of this name. */
    public CheckDraft check(String name, String condition) {
        return constraint(name).check(condition);
    }

    /** Lets there be no two rows for which operators, said next, are all true, by a constraint of this name. */
    public ExclusionDraft exclusion(String name) {
        return constraint(name).exclusion();
    }

    /** Gives the table an index on columns. For more options, use {@link Operations#createIndex}. */
    public void index(String name, String... columns) {
        indexes.add(Index.on(name, this.name, columns));
    }

    /** Says what the table is for. */
    public void comment(String comment) {
        this.comment = comment;
    }

    private ConstraintKinds constraint(@Nullable String name) {
        return new ConstraintKinds(name, constraints::add);
    }

    private List<ColumnDraft> drafts() {
        return columns.stream().flatMap(types -> types.drafts(name).stream()).toList();
    }

    private Table table() {
        List<Column> finished = new ArrayList<>();
        List<String> key = new ArrayList<>();
        List<Constraint> all = new ArrayList<>();
        for (ColumnDraft draft : drafts()) {
            finished.add(draft.column());
            all.addAll(draft.constraints());
            if (draft.isPrimaryKey()) {
                key.add(draft.name());
            }
        }
        if (!key.isEmpty()) {
            all.add(0, new Constraint.PrimaryKey(null, key));
        }
        constraints.forEach(constraint -> all.add(constraint.get()));
        all.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .forEach(primary -> finished.replaceAll(
                        column -> primary.columns().contains(column.name()) ? column.notNull() : column));
        return new Table(name, finished, all, indexes, comment);
    }
}
