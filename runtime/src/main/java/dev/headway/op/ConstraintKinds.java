package dev.headway.op;

import org.jspecify.annotations.Nullable;

/**
 * Declares a constraint of one kind or another, for a directive that drops it.
 *
 * @since 0.1
 */
public final class ConstraintKinds {
    private final @Nullable String name;

    ConstraintKinds(@Nullable String name) {
        this.name = name;
    }

    /** Declares a primary key. */
    public ConstraintDraft primaryKey(String column, String... more) {
        return new PrimaryKeyDraft(name, NameList.of(column, more));
    }

    /** Declares a unique constraint. */
    public UniqueDraft unique(String column, String... more) {
        return new UniqueDraft(name, NameList.of(column, more));
    }

    /** Declares a foreign key on columns; {@code references} follows. */
    public ForeignKeyTarget<ForeignKeyDraft> foreignKey(String column, String... more) {
        return new ForeignKeyDraft(name, NameList.of(column, more))::pointAt;
    }

    /** Declares a CHECK constraint with a condition in the database's SQL. */
    public CheckDraft check(String condition) {
        return new CheckDraft(name, condition);
    }

    /** Declares an exclusion constraint (PostgreSQL); {@code with} follows. */
    public ExclusionElements exclusion() {
        return new ExclusionDraft(name);
    }
}
