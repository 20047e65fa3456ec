package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column that is being declared, with the options that every column has.
 *
 * @param <T> the column with all of its options
 * @since 0.1
 */
public abstract class ColumnOptions<T extends ColumnOptions<T>> {
    private final String name;
    private final List<ConstraintDraft> constraints = new ArrayList<>();
    private boolean nullable = true;
    private boolean primaryKey;
    private @Nullable String collation;
    private @Nullable String comment;

    ColumnOptions(String name) {
        this.name = name;
    }

    /** Adds a NOT NULL constraint. */
    public T notNull() {
        nullable = false;
        return self();
    }

    /** Adds the column to the primary key. Implies {@link #notNull()}. */
    public T primaryKey() {
        primaryKey = true;
        return notNull();
    }

    /** Sets the collation by its name in the database. */
    public T collate(String collation) {
        this.collation = Once.set("collate(…)", this.collation, collation);
        return self();
    }

    /** Adds a comment. */
    public T comment(String comment) {
        this.comment = Once.set("comment(…)", this.comment, comment);
        return self();
    }

    /** Adds a unique constraint; the database names it. */
    public T unique() {
        return add(new UniqueDraft(null, List.of(name)));
    }

    /** Adds a unique constraint with a name. */
    public T unique(String constraint) {
        return add(new UniqueDraft(constraint, List.of(name)));
    }

    /** Adds a CHECK constraint with a condition in the database's SQL; the database names it. */
    public T check(String condition) {
        return add(new CheckDraft(null, condition));
    }

    /** Adds a CHECK constraint with a name and a condition in the database's SQL. */
    public T check(String constraint, String condition) {
        return add(new CheckDraft(constraint, condition));
    }

    /** Adds a foreign key that references a column of a table; the database names it. */
    public T references(String table, String column) {
        return references(table, column, key -> {});
    }

    /** Adds a foreign key that references a column of a table, with options. */
    public T references(String table, String column, Consumer<ColumnReference> options) {
        ColumnReference reference = new ColumnReference(name).pointAt(table, column);
        options.accept(reference);
        return add(reference);
    }

    private T add(ConstraintDraft draft) {
        constraints.add(draft);
        return self();
    }

    abstract T self();

    /** Returns the column as it has been declared so far. */
    abstract Column column();

    String name() {
        return name;
    }

    boolean isNullable() {
        return nullable;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    @Nullable
    String collation() {
        return collation;
    }

    @Nullable
    String comment() {
        return comment;
    }

    /** Returns the constraints other than the primary key, which may have more columns. */
    List<Constraint> constraints() {
        return constraints.stream().map(ConstraintDraft::constraint).toList();
    }
}
