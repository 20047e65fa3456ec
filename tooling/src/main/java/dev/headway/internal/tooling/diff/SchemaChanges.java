package dev.headway.internal.tooling.diff;

import dev.headway.internal.tooling.diff.TableOrder.KeyOfTable;
import dev.headway.op.Operation;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropView;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The operations from one schema to another, in an order in which they can run. Views and foreign keys that would prevent a
 * change are dropped before it, and created again after it.
 */
final class SchemaChanges {
    private final ConstraintNames names;
    private final Schema from;
    private final Schema to;
    private final Map<String, TableDiff> common = new LinkedHashMap<>();
    private final List<Table> dropped = new ArrayList<>();
    private final List<Table> created = new ArrayList<>();
    private final EnumAndSequenceChanges types;

    SchemaChanges(ReadingRules rules, Schema from, Schema to) {
        this.names = rules.names();
        this.from = from;
        this.to = to;
        this.types = new EnumAndSequenceChanges(rules, from, to);
        Map<String, Table> after = new LinkedHashMap<>();
        to.tables().forEach(table -> after.put(table.name(), table));
        for (Table table : from.tables()) {
            Table other = after.remove(table.name());
            if (other == null) {
                dropped.add(table);
            } else {
                common.put(table.name(), new TableDiff(rules, table, other));
            }
        }
        created.addAll(after.values());
        Set<String> taken = new HashSet<>();
        from.tables().forEach(table -> taken.addAll(names(table)));
        common.values().forEach(table -> table.recreateRenamedTo(taken));
        boolean more;
        do {
            more = false;
            Set<String> added = addedNames();
            for (TableDiff table : common.values()) {
                more |= table.releaseNames(added);
                more |= table.recreateForeignKeys(key -> isDisturbed(table, key));
            }
        } while (more);
    }

    private Set<String> addedNames() {
        Set<String> names = new HashSet<>();
        created.forEach(table -> names.addAll(names(table)));
        common.values().forEach(table -> table.addedNames().forEach(names::add));
        return names;
    }

    private List<String> names(Table table) {
        return Stream.concat(
                        table.constraints().stream()
                                .map(constraint ->
                                        names.created(table.name(), constraint).name())
                                .filter(Objects::nonNull),
                        table.indexes().stream().map(Index::name))
                .toList();
    }

    /**
     * Returns the operations.
     *
     * @param first operations that run after views are dropped
     * @param last operations that run before views are created
     */
    List<Operation> operations(List<Operation> first, List<Operation> last) {
        List<Operation> operations = new ArrayList<>();
        to.others().stream()
                .filter(schema -> !from.others().contains(schema))
                .forEach(schema -> operations.add(new CreateSchema(schema, false)));
        ViewChanges views = new ViewChanges(from.views(), to.views(), this::isDisturbed);
        views.dropped().forEach(view -> operations.add(new DropView(view.name(), view.query(), false)));
        operations.addAll(first);
        dropForeignKeys(operations);
        dropEarly(operations);
        for (TableDiff table : common.values()) {
            for (Index index : table.droppedIndexes()) {
                operations.add(new DropIndex(index.name(), index.table(), index, false, false));
            }
        }
        operations.addAll(types.before());
        dropTables(operations);
        List<KeyOfTable> later = createTables(operations);
        common.values().forEach(table -> operations.addAll(table.operations()));
        operations.addAll(types.after());
        for (TableDiff table : common.values()) {
            for (Index index : table.addedIndexes()) {
                operations.add(new CreateIndex(index, false, false));
            }
        }
        later.forEach(each -> operations.add(names.add(each.table(), each.key())));
        for (TableDiff table : common.values()) {
            for (ForeignKey key : table.addedForeignKeys()) {
                operations.add(names.add(table.to().name(), key));
            }
        }
        operations.addAll(last);
        views.created().forEach(view -> operations.add(new CreateView(view.name(), view.query(), false)));
        from.others().stream()
                .filter(schema -> !to.others().contains(schema))
                .forEach(schema -> operations.add(new DropSchema(schema, false)));
        return operations;
    }

    /** Returns the schema after the operations; constraints and indexes that were equal keep their names. */
    Schema result() {
        List<Table> tables = new ArrayList<>();
        for (Table table : to.tables()) {
            TableDiff diff = common.get(table.name());
            tables.add(diff == null ? written(table, Set.of()) : diff.result());
        }
        return new Schema(tables, to.sequences(), to.views(), to.enums(), to.others());
    }

    private boolean isDisturbed(View view) {
        return dropped.stream().anyMatch(table -> mentions(view, table))
                || common.values().stream().anyMatch(table -> table.disturbsReaders() && mentions(view, table.from()));
    }

    private static boolean mentions(View view, Table table) {
        return SqlNames.in(view.query(), QualifiedName.parse(table.name()).name());
    }

    /** Drops foreign keys, including those of dropped tables that reference each other. */
    private void dropForeignKeys(List<Operation> operations) {
        for (TableDiff table : common.values()) {
            table.droppedForeignKeys()
                    .forEach(key -> operations.add(names.drop(table.from().name(), key)));
        }
        TableOrder order = TableOrder.of(dropped);
        order.deferred().forEach(each -> operations.add(names.drop(each.table(), each.key())));
    }

    private boolean isDisturbed(TableDiff own, ForeignKey key) {
        TableDiff other = common.get(key.table());
        return own.disturbsKeyOn(key.columns()) || (other != null && other.disturbsKeyOn(key.referenced()));
    }

    /** Names of constraints and indexes may be unique within the schema, so a name must be free before it is used again. */
    private void dropEarly(List<Operation> operations) {
        for (TableDiff table : common.values()) {
            Set<String> elsewhere = new HashSet<>();
            created.forEach(other -> elsewhere.addAll(names(other)));
            common.values().stream()
                    .filter(other -> other != table)
                    .flatMap(TableDiff::addedNames)
                    .forEach(elsewhere::add);
            table.dropEarly(elsewhere)
                    .forEach(
                            constraint -> operations.add(names.drop(table.from().name(), constraint)));
        }
    }

    private void dropTables(List<Operation> operations) {
        List<Table> referredFirst = TableOrder.of(dropped).tables();
        for (int i = referredFirst.size() - 1; i >= 0; i--) {
            Table table = referredFirst.get(i);
            operations.add(new DropTable(table.name(), written(table, Set.of()), false));
        }
    }

    /** Returns the foreign keys that are added after all tables exist. */
    private List<KeyOfTable> createTables(List<Operation> operations) {
        TableOrder order = TableOrder.of(created);
        List<KeyOfTable> later = new ArrayList<>(order.deferred());
        for (Table table : order.tables()) {
            Set<Constraint> without = new LinkedHashSet<>();
            for (ForeignKey key : table.foreignKeys()) {
                TableDiff referred = common.get(key.table());
                boolean isMade = referred != null && referred.makesKeyOn(key.referenced());
                KeyOfTable placed = new KeyOfTable(table.name(), key);
                if (later.contains(placed)) {
                    without.add(key);
                } else if (isMade || !key.validated()) {
                    later.add(placed);
                    without.add(key);
                }
            }
            List<Check> unvalidated = table.constraints().stream()
                    .filter(Check.class::isInstance)
                    .map(Check.class::cast)
                    .filter(check -> !check.validated())
                    .toList();
            without.addAll(unvalidated);
            operations.add(new CreateTable(written(table, without), false, null, null));
            unvalidated.forEach(check -> operations.add(names.add(table.name(), check)));
        }
        return later;
    }

    /** A constraint that is created with its table is valid, since the table is empty. */
    private Table written(Table table, Set<Constraint> without) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !without.contains(constraint))
                .map(constraint -> names.created(table.name(), constraint))
                .toList();
        return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment());
    }
}
