package dev.headway.op;

import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.op.TableChange.ValidateConstraint;
import dev.headway.schema.Constraint;
import dev.headway.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes to one table that are being declared. */
public final class TableChanges {
    private final String table;
    private final List<Supplier<? extends TableChange>> changes = new ArrayList<>();

    TableChanges(String table) {
        Name.require("A table", table);
        this.table = table;
    }

    /**
     * Adds one column.
     *
     * @throws IllegalArgumentException if {@code definition} declares none, or several
     */
    public CreateOptions addColumn(Consumer<Columns> definition) {
        SingleColumn added = SingleColumn.of(table, definition);
        CreateOptions options = new CreateOptions();
        changes.add(() -> new AddColumn(table, added.column(), added.constraints(), options.isIfNotExists()));
        return options;
    }

    /** Drops a column. A downgrade cannot be derived from this; name the definition for that. */
    public DropOptions dropColumn(String column) {
        DropOptions options = new DropOptions();
        changes.add(() -> new DropColumn(table, column, null, List.of(), options.isIfExists()));
        return options;
    }

    /** Drops a column that is as {@code definition} says; the derived downgrade adds it again, without its values. */
    public DropOptions dropColumn(String column, Consumer<ColumnTypes<ColumnDraft>> definition) {
        SingleColumn dropped = SingleColumn.named(table, column, definition);
        DropOptions options = new DropOptions();
        changes.add(() -> new DropColumn(table, column, dropped.column(), dropped.constraints(), options.isIfExists()));
        return options;
    }

    /** Gives a column another name. */
    public void renameColumn(String from, String to) {
        RenameColumn change = new RenameColumn(table, from, to);
        changes.add(() -> change);
    }

    /** Changes a column as is said next. */
    public ColumnChange alterColumn(String column) {
        ColumnChange change = new ColumnChange(table, column);
        changes.add(change::change);
        return change;
    }

    /** Says what a column is for; null takes a comment away. */
    public ColumnComment commentOnColumn(String column, @Nullable String comment) {
        ColumnComment change = new ColumnComment(table, column, comment);
        changes.add(change::change);
        return change;
    }

    /** Makes columns the primary key, by a constraint of this name. */
    public void addPrimaryKey(String name, String... columns) {
        added(name).primaryKey(columns);
    }

    /** Lets no two rows share the values of all these columns, by a constraint of this name. */
    public UniqueDraft addUnique(String name, String... columns) {
        return added(name).unique(columns);
    }

    /** Makes columns point at a row of a table, which is said next, by a constraint of this name. */
    public ForeignKeyDraft addForeignKey(String name, String... columns) {
        return added(name).foreignKey(columns);
    }

    /** Lets a condition, in the SQL of the database, be not false for any row, by a constraint of this name. */
    public CheckDraft addCheck(String name, String condition) {
        return added(name).check(condition);
    }

    /** Lets there be no two rows for which operators, said next, are all true, by a constraint of this name. */
    public ExclusionDraft addExclusion(String name) {
        return added(name).exclusion();
    }

    private ConstraintKinds added(String name) {
        return new ConstraintKinds(name, constraint -> changes.add(() -> new AddConstraint(table, constraint.get())));
    }

    /** Drops a constraint. A downgrade cannot be derived from this; name the definition for that. */
    public DropOptions dropConstraint(String name) {
        DropOptions options = new DropOptions();
        changes.add(() -> new DropConstraint(table, name, null, options.isIfExists()));
        return options;
    }

    /**
     * Drops a constraint that is as {@code definition} says; the derived downgrade adds it again.
     *
     * @throws IllegalArgumentException if {@code definition} says none, or several
     */
    public DropOptions dropConstraint(String name, Consumer<ConstraintKinds> definition) {
        return dropConstraintLike(name, definition);
    }

    /** Drops the constraint that is as {@code definition} says, whatever its name. */
    public DropOptions dropConstraint(Consumer<ConstraintKinds> definition) {
        return dropConstraintLike(null, definition);
    }

    private DropOptions dropConstraintLike(@Nullable String name, Consumer<ConstraintKinds> definition) {
        List<Supplier<Constraint>> drafts = new ArrayList<>();
        definition.accept(new ConstraintKinds(name, drafts::add));
        if (drafts.size() != 1) {
            throw new IllegalArgumentException("One constraint is to be declared "
                    + (name == null ? "as the one to drop" : "for '" + name + "'") + ", not " + drafts.size());
        }
        DropOptions options = new DropOptions();
        changes.add(() -> new DropConstraint(table, name, drafts.get(0).get(), options.isIfExists()));
        return options;
    }

    /** Gives a constraint another name. */
    public void renameConstraint(String from, String to) {
        RenameConstraint change = new RenameConstraint(table, from, to);
        changes.add(() -> change);
    }

    /** Checks the rows that were there before a constraint that was added {@code notValid()}. */
    public void validateConstraint(String name) {
        ValidateConstraint change = new ValidateConstraint(table, name);
        changes.add(() -> change);
    }

    /** Returns what was declared, in order. */
    List<TableChange> changes() {
        List<TableChange> declared = new ArrayList<>();
        changes.forEach(change -> declared.add(change.get()));
        return declared;
    }
}
