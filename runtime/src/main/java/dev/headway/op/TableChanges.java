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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one table that are being declared.
 *
 * @since 0.1
 */
public final class TableChanges {
    private final String table;
    private final List<Supplier<? extends TableChange>> changes = new ArrayList<>();

    TableChanges(String table) {
        Name.require("A table", table);
        this.table = table;
    }

    /**
     * Adds a column.
     *
     * @throws IllegalArgumentException if {@code definition} declares several
     */
    public CreateOptions addColumn(Function<Columns, ColumnOptions<?>> definition) {
        SingleColumn added = SingleColumn.of(table, definition);
        CreateOptions options = new CreateOptions();
        changes.add(() -> new AddColumn(table, added.column(), added.constraints(), options.isIfNotExists()));
        return options;
    }

    /** Drops a column. No downgrade can be derived; specify the definition for that. */
    public DropOptions dropColumn(String column) {
        DropOptions options = new DropOptions();
        changes.add(() -> new DropColumn(table, column, null, List.of(), options.isIfExists()));
        return options;
    }

    /** Drops a column with this definition; the derived downgrade adds it again, without its values. */
    public DropOptions dropColumn(String column, Function<ColumnTypes, ColumnOptions<?>> definition) {
        SingleColumn dropped = SingleColumn.named(table, column, definition);
        DropOptions options = new DropOptions();
        changes.add(() -> new DropColumn(table, column, dropped.column(), dropped.constraints(), options.isIfExists()));
        return options;
    }

    /** Renames a column. */
    public void renameColumn(String from, String to) {
        RenameColumn change = new RenameColumn(table, from, to);
        changes.add(() -> change);
    }

    /** Changes a column; the changes follow. */
    public ColumnChange<?> alterColumn(String column) {
        ColumnAlteration alteration = new ColumnAlteration(table, column);
        changes.add(alteration::change);
        return alteration;
    }

    /** Sets the comment of a column; null drops it. */
    public ColumnComment commentOnColumn(String column, @Nullable String comment) {
        ColumnComment change = new ColumnComment(table, column, comment);
        changes.add(change::change);
        return change;
    }

    /** Adds a primary key with a name. */
    public void addPrimaryKey(String name, String column, String... more) {
        add(new PrimaryKeyDraft(name, NameList.of(column, more)));
    }

    /** Adds a unique constraint with a name. */
    public UniqueDraft addUnique(String name, String column, String... more) {
        return add(new UniqueDraft(name, NameList.of(column, more)));
    }

    /** Adds a foreign key with a name; {@code references} follows. */
    public ForeignKeyTarget<ForeignKeyDraft> addForeignKey(String name, String column, String... more) {
        return add(new ForeignKeyDraft(name, NameList.of(column, more)))::pointAt;
    }

    /** Adds a CHECK constraint with a name and a condition in the database's SQL. */
    public CheckDraft addCheck(String name, String condition) {
        return add(new CheckDraft(name, condition));
    }

    /** Adds an exclusion constraint with a name (PostgreSQL); {@code with} follows. */
    public ExclusionElements addExclusion(String name) {
        return add(new ExclusionDraft(name));
    }

    private <T extends ConstraintDraft> T add(T draft) {
        changes.add(() -> new AddConstraint(table, draft.constraint()));
        return draft;
    }

    /** Drops a constraint. No downgrade can be derived; specify the definition for that. */
    public DropOptions dropConstraint(String name) {
        return drop(name, null);
    }

    /** Drops a constraint with this definition; the derived downgrade adds it again. */
    public DropOptions dropConstraint(String name, Function<ConstraintKinds, ConstraintDraft> definition) {
        return drop(name, definition.apply(new ConstraintKinds(name)));
    }

    /** Drops the constraint with this definition, whatever its name. */
    public DropOptions dropConstraint(Function<ConstraintKinds, ConstraintDraft> definition) {
        return drop(null, definition.apply(new ConstraintKinds(null)));
    }

    private DropOptions drop(@Nullable String name, @Nullable ConstraintDraft draft) {
        Constraint definition = draft == null ? null : draft.constraint();
        DropOptions options = new DropOptions();
        changes.add(() -> new DropConstraint(table, name, definition, options.isIfExists()));
        return options;
    }

    /** Renames a constraint. */
    public void renameConstraint(String from, String to) {
        RenameConstraint change = new RenameConstraint(table, from, to);
        changes.add(() -> change);
    }

    /** Checks the rows that existed before a constraint that was added with {@code notValid()}. */
    public void validateConstraint(String name) {
        ValidateConstraint change = new ValidateConstraint(table, name);
        changes.add(() -> change);
    }

    /** Returns the changes in order. */
    List<TableChange> changes() {
        List<TableChange> declared = new ArrayList<>();
        changes.forEach(change -> declared.add(change.get()));
        return declared;
    }
}
