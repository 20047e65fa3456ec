package dev.headway.op;

import dev.headway.schema.Constraint;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what a constraint whose name is known is like. */
public final class ConstraintKinds {
    private final @Nullable String name;
    private final Consumer<Supplier<Constraint>> drafts;

    ConstraintKinds(@Nullable String name, Consumer<Supplier<Constraint>> drafts) {
        this.name = name;
        this.drafts = drafts;
    }

    /** The columns that tell rows apart. */
    public void primaryKey(String... columns) {
        Constraint key = new Constraint.PrimaryKey(name, List.of(columns));
        drafts.accept(() -> key);
    }

    /** Columns whose values no two rows share. */
    public UniqueDraft unique(String... columns) {
        UniqueDraft draft = new UniqueDraft(name, List.of(columns));
        drafts.accept(draft);
        return draft;
    }

    /** Columns that point at a row of a table, which is said next. */
    public ForeignKeyDraft foreignKey(String... columns) {
        ForeignKeyDraft draft = new ForeignKeyDraft(name, List.of(columns));
        drafts.accept(draft);
        return draft;
    }

    /** A condition, in the SQL of the database, that is not false for any row. */
    public CheckDraft check(String condition) {
        CheckDraft draft = new CheckDraft(name, condition);
        drafts.accept(draft);
        return draft;
    }

    /** No two rows for which operators, said next, are all true (PostgreSQL: <em>Exclusion Constraints</em>). */
    public ExclusionDraft exclusion() {
        ExclusionDraft draft = new ExclusionDraft(name);
        drafts.accept(draft);
        return draft;
    }
}
