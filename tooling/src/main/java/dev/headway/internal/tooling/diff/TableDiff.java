package dev.headway.internal.tooling.diff;

import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Generated;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The differences between two readings of a table. */
final class TableDiff {
    private final ReadingRules rules;
    private final Table from;
    private final Table to;
    private final List<ColumnDiff> columns = new ArrayList<>();
    private final List<Column> droppedColumns;
    private final List<Column> addedColumns;
    private final MatchedParts<Constraint> constraints;
    private final MatchedParts<Index> indexes;

    TableDiff(ReadingRules rules, Table from, Table to) {
        this.rules = rules;
        this.from = from;
        this.to = to;
        List<Column> dropped = new ArrayList<>();
        List<Column> added = new ArrayList<>();
        for (Column column : from.columns()) {
            to.column(column.name())
                    .ifPresentOrElse(
                            other -> columns.add(new ColumnDiff(rules, from.name(), column, other)),
                            () -> dropped.add(column));
        }
        to.columns().stream()
                .filter(column -> from.column(column.name()).isEmpty())
                .forEach(added::add);
        List<ColumnDiff> recreated = columns.stream()
                .filter(column -> column.changesGeneration() || computesFromWhatChanges(column.from(), dropped))
                .toList();
        columns.removeAll(recreated);
        columns.removeIf(column -> !column.isDifferent());
        recreated.forEach(column -> {
            dropped.add(column.from());
            added.add(column.to());
        });
        dropped.sort(Comparator.comparing(column -> column.generated() == null));
        added.sort(Comparator.comparing(column -> column.generated() != null));
        droppedColumns = dropped;
        addedColumns = added;
        constraints = MatchedParts.of(from.constraints(), to.constraints(), rules::sameName, rules::equal);
        indexes = MatchedParts.of(from.indexes(), to.indexes(), rules::sameName, rules::equal);
        if (rules.database().indexesForeignKeys()) {
            indexes.dropped().removeIf(this::servesKey);
            indexes.added().removeIf(this::servesKey);
        }
        Predicate<String> gone =
                name -> dropped.stream().anyMatch(column -> column.name().equals(name));
        constraints.recreate(pair -> names(pair.from()).anyMatch(gone));
        indexes.recreate(pair -> dropped.stream().anyMatch(column -> concerns(pair.from(), column.name())));
        if (rules.database().constraintsUseExistingIndexes()) {
            constraints.recreate(pair -> pair.from() instanceof Unique
                    && indexes.dropped().stream()
                            .anyMatch(index -> startsWith(index, pair.from().columns())));
        }
    }

    /** Returns whether an index may be one that the database created for a foreign key, and requires as long as the key exists. */
    private boolean servesKey(Index index) {
        List<String> keys = index.keys().stream().map(Index.Key::text).toList();
        return !index.unique()
                && to.foreignKeys().stream().anyMatch(key -> key.columns().equals(keys));
    }

    private boolean computesFromWhatChanges(Column column, List<Column> dropped) {
        Generated generated = column.generated();
        return generated != null
                && (dropped.stream().anyMatch(other -> SqlNames.in(generated.expression(), other.name()))
                        || columns.stream()
                                .filter(ColumnDiff::changesType)
                                .anyMatch(other -> SqlNames.in(generated.expression(), other.name())));
    }

    private Stream<String> names(Constraint constraint) {
        return constraint.columns().isEmpty()
                ? from.columns().stream().map(Column::name).filter(name -> SqlNames.in(constraint.toString(), name))
                : constraint.columns().stream();
    }

    private static boolean concerns(Index index, String column) {
        return index.included().contains(column)
                || index.keys().stream()
                        .anyMatch(key -> key.expression()
                                ? SqlNames.in(key.text(), column)
                                : key.text().equals(column))
                || (index.where() != null && SqlNames.in(index.where(), column));
    }

    Table from() {
        return from;
    }

    Table to() {
        return to;
    }

    /** Returns whether views of the table must be dropped while it changes. */
    boolean disturbsReaders() {
        return !droppedColumns.isEmpty() || columns.stream().anyMatch(ColumnDiff::changesType);
    }

    /** Returns whether foreign keys from or to these columns must be dropped while the table changes. */
    boolean disturbsKeyOn(List<String> keyColumns) {
        return columns.stream().anyMatch(column -> column.changesType() && keyColumns.contains(column.name()))
                || droppedColumns.stream().anyMatch(column -> keyColumns.contains(column.name()))
                || constraints.dropped().stream()
                        .anyMatch(constraint -> !(constraint instanceof ForeignKey)
                                && constraint.columns().size() >= keyColumns.size()
                                && constraint.columns().containsAll(keyColumns))
                || indexes.dropped().stream().anyMatch(index -> startsWith(index, keyColumns));
    }

    /** Returns whether foreign keys can reference these columns only after the table has changed. */
    boolean makesKeyOn(List<String> keyColumns) {
        return addedColumns.stream().anyMatch(column -> keyColumns.contains(column.name()))
                || columns.stream().anyMatch(column -> column.changesType() && keyColumns.contains(column.name()))
                || Stream.concat(constraints.added().stream(), constraints.dropped().stream())
                        .anyMatch(constraint -> constraint.columns().containsAll(keyColumns))
                || indexes.added().stream().anyMatch(index -> startsWith(index, keyColumns));
    }

    private static boolean startsWith(Index index, List<String> keyColumns) {
        return index.keys().size() >= keyColumns.size()
                && index.keys().subList(0, keyColumns.size()).stream().allMatch(key -> keyColumns.contains(key.text()));
    }

    List<ForeignKey> droppedForeignKeys() {
        return foreignKeys(constraints.dropped());
    }

    List<ForeignKey> addedForeignKeys() {
        return foreignKeys(constraints.added());
    }

    private static List<ForeignKey> foreignKeys(List<Constraint> constraints) {
        return constraints.stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    List<Index> droppedIndexes() {
        return List.copyOf(indexes.dropped());
    }

    List<Index> addedIndexes() {
        return List.copyOf(indexes.added());
    }

    /** Returns the names of the constraints and indexes that are added. */
    Stream<String> addedNames() {
        return Stream.concat(
                constraints.added().stream()
                        .map(constraint ->
                                rules.names().created(from.name(), constraint).name())
                        .filter(Objects::nonNull),
                indexes.added().stream().map(Index::name));
    }

    /** Recreates constraints and indexes whose new name is taken now, since no order of renames would work. */
    void recreateRenamedTo(Set<String> names) {
        constraints.recreate(pair -> rules.isRenamed(from.name(), pair.from(), pair.to())
                && names.contains(pair.to().name()));
        indexes.recreate(pair -> rules.isRenamed(pair.from(), pair.to())
                && names.contains(pair.to().name()));
    }

    private List<Operation> renames() {
        List<Operation> renames = new ArrayList<>();
        for (MatchedParts.Pair<Constraint> pair : constraints.kept()) {
            String before = pair.from().name();
            String after = pair.to().name();
            if (before != null && after != null && rules.isRenamed(from.name(), pair.from(), pair.to())) {
                renames.add(new RenameConstraint(from.name(), before, after));
            }
        }
        for (MatchedParts.Pair<Index> pair : indexes.kept()) {
            if (rules.isRenamed(pair.from(), pair.to())) {
                renames.add(new RenameIndex(
                        from.name(), pair.from().name(), pair.to().name()));
            }
        }
        return renames;
    }

    /** Recreates constraints and indexes whose old name is needed elsewhere; returns whether there are any. */
    boolean releaseNames(Set<String> names) {
        boolean some = constraints.recreate(pair -> pair.from().name() != null
                && !pair.from().name().equals(pair.to().name())
                && names.contains(pair.from().name()));
        return indexes.recreate(pair -> !pair.from().name().equals(pair.to().name())
                        && names.contains(pair.from().name()))
                || some;
    }

    /** Recreates the foreign keys that must be dropped while other changes run; returns whether there are any. */
    boolean recreateForeignKeys(Predicate<ForeignKey> disturbed) {
        return constraints.recreate(pair -> pair.from() instanceof ForeignKey key && disturbed.test(key));
    }

    /** Removes constraints whose names are needed elsewhere from the changes of the table, and returns them. */
    List<Constraint> dropEarly(Set<String> namesElsewhere) {
        List<Constraint> early = constraints.dropped().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey)
                        && constraint.name() != null
                        && (namesElsewhere.contains(constraint.name()) || mayUseDroppedIndex(constraint)))
                .toList();
        constraints.dropped().removeAll(early);
        return early;
    }

    /** Returns whether a constraint may use an index that is dropped, which requires dropping the constraint first. */
    private boolean mayUseDroppedIndex(Constraint constraint) {
        return rules.database().constraintsUseExistingIndexes()
                && constraint instanceof Unique
                && indexes.dropped().stream().anyMatch(index -> startsWith(index, constraint.columns()));
    }

    /** Returns the table after the changes; constraints and indexes that were equal keep their names. */
    Table result() {
        List<Constraint> left = new ArrayList<>();
        constraints
                .kept()
                .forEach(pair ->
                        left.add(rules.isRenamed(from.name(), pair.from(), pair.to()) ? pair.to() : pair.from()));
        constraints.added().forEach(constraint -> left.add(rules.names().created(to.name(), constraint)));
        List<Index> leftIndexes = new ArrayList<>();
        indexes.kept()
                .forEach(pair -> leftIndexes.add(rules.isRenamed(pair.from(), pair.to()) ? pair.to() : pair.from()));
        leftIndexes.addAll(indexes.added());
        return new Table(to.name(), to.columns(), left, leftIndexes, to.comment());
    }

    /** Returns the operations, except those on foreign keys and indexes. */
    List<Operation> operations() {
        List<TableChange> changes = new ArrayList<>();
        columns.forEach(column -> column.identityDropped().ifPresent(changes::add));
        constraints.dropped().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .forEach(constraint -> changes.add(rules.names().drop(from.name(), constraint)));
        droppedColumns.forEach(
                column -> changes.add(new DropColumn(from.name(), column.name(), column, List.of(), false)));
        columns.forEach(column -> changes.addAll(column.changes()));
        addedColumns.forEach(column -> changes.add(new AddColumn(from.name(), column, List.of(), false)));
        constraints.added().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .forEach(constraint -> changes.add(rules.names().add(from.name(), constraint)));
        columns.forEach(column -> column.identityAdded().ifPresent(changes::add));
        List<Operation> operations = new ArrayList<>(renames());
        if (changes.size() == 1) {
            operations.add(changes.get(0));
        } else if (changes.size() > 1) {
            operations.add(new AlterTable(from.name(), changes));
        }
        columns.stream()
                .filter(ColumnDiff::changesComment)
                .forEach(column -> operations.add(new CommentOnColumn(
                        from.name(), column.name(), column.to().comment(), null)));
        if (!Objects.equals(from.comment(), to.comment())) {
            operations.add(new CommentOnTable(from.name(), to.comment(), null));
        }
        return operations;
    }
}
