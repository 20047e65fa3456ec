package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table that is being declared.
 *
 * @since 0.1
 */
public final class TableDraft implements Columns {
    private final List<ColumnTypes> columns = new ArrayList<>();
    private final List<ConstraintDraft> constraints = new ArrayList<>();
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
    public ColumnTypes column(String name) {
        return ColumnTypes.begin(name, columns);
    }

    /** Adds a primary key on these columns, which become NOT NULL; the database names it. */
    public void primaryKey(String column, String... more) {
        add(new PrimaryKeyDraft(null, NameList.of(column, more)));
    }

    /** Adds a unique constraint with a name. */
    public UniqueDraft unique(String name, String column, String... more) {
        return add(new UniqueDraft(name, NameList.of(column, more)));
    }

    /** Adds a foreign key with a name; {@code references} follows. */
    public ForeignKeyTarget<ForeignKeyOptions<?>> foreignKey(String name, String column, String... more) {
        return add(new ForeignKeyDraft(name, NameList.of(column, more)))::pointAt;
    }

    /** Adds a CHECK constraint with a name and a condition in the database's SQL. */
    public void check(String name, String condition) {
        add(new CheckDraft(name, condition));
    }

    /** Adds an exclusion constraint with a name (PostgreSQL); {@code with} follows. */
    public ExclusionElements exclusion(String name) {
        return add(new ExclusionDraft(name));
    }

    /** Adds an index on columns. For an index with options, use {@link Operations#createIndex}. */
    public void index(String name, String column, String... more) {
        indexes.add(Index.on(name, this.name, NameList.of(column, more).toArray(String[]::new)));
    }

    /** Adds a comment. */
    public void comment(String comment) {
        this.comment = Once.set("comment(…)", this.comment, comment);
    }

    private <T extends ConstraintDraft> T add(T draft) {
        constraints.add(draft);
        return draft;
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
        constraints.forEach(draft -> all.add(draft.constraint()));
        all.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .forEach(primary -> finished.replaceAll(
                        column -> primary.columns().contains(column.name()) ? column.notNull() : column));
        return new Table(name, finished, all, indexes, comment);
    }
}
