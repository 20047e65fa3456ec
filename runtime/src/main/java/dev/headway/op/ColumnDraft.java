package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of one of the database's own types that is being declared, with all options. Other types offer those that make
 * sense for them.
 *
 * @since 0.1
 */
public final class ColumnDraft implements NumberColumn<ColumnDraft>, TextColumn<ColumnDraft> {
    private final String name;
    private final ColumnType type;
    private final List<ConstraintDraft> constraints = new ArrayList<>();
    private boolean nullable = true;
    private boolean primaryKey;
    private @Nullable DefaultValue defaultValue;
    private @Nullable Identity identity;
    private @Nullable Generated generated;
    private @Nullable String collation;
    private @Nullable String comment;

    ColumnDraft(String name, ColumnType type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public ColumnDraft notNull() {
        nullable = false;
        return this;
    }

    @Override
    public ColumnDraft primaryKey() {
        primaryKey = true;
        return notNull();
    }

    @Override
    public ColumnDraft comment(String comment) {
        this.comment = Once.set("comment(…)", this.comment, comment);
        return this;
    }

    @Override
    public ColumnDraft unique() {
        return add(new UniqueDraft(null, List.of(name)));
    }

    @Override
    public ColumnDraft unique(String constraint) {
        return add(new UniqueDraft(constraint, List.of(name)));
    }

    @Override
    public ColumnDraft check(String condition) {
        return add(new CheckDraft(null, condition));
    }

    @Override
    public ColumnDraft check(String constraint, String condition) {
        return add(new CheckDraft(constraint, condition));
    }

    @Override
    public ColumnDraft references(String table, String column) {
        return references(table, column, key -> {});
    }

    @Override
    public ColumnDraft references(String table, String column, Consumer<ColumnReference> options) {
        ColumnReference reference = new ColumnReference(name).pointAt(table, column);
        options.accept(reference);
        return add(reference);
    }

    private ColumnDraft add(ConstraintDraft draft) {
        constraints.add(draft);
        return this;
    }

    @Override
    public ColumnDraft collate(String collation) {
        this.collation = Once.set("collate(…)", this.collation, collation);
        return this;
    }

    @Override
    public TextOptions<?> defaultsTo(@Nullable Object value) {
        defaultValue = DefaultValue.of(value);
        return this;
    }

    @Override
    public TextOptions<?> generatedAs(String expression) {
        generated = new Generated(expression, true);
        return this;
    }

    @Override
    public TextOptions<?> generatedWhenReadAs(String expression) {
        generated = new Generated(expression, false);
        return this;
    }

    @Override
    public ColumnOptions<?> identity(Identity identity) {
        this.identity = identity;
        return notNull();
    }

    String name() {
        return name;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    /** Returns the column as it has been declared so far. */
    Column column() {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    /** Returns the constraints other than the primary key, which may have more columns. */
    List<Constraint> constraints() {
        return constraints.stream().map(ConstraintDraft::constraint).toList();
    }
}
