package dev.headway.internal.tooling.diff;

import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.Spelling;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.EnumType;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The changes of enums and sequences, which are created before tables use them, and dropped afterwards. */
final class EnumAndSequenceChanges {
    private final ReadingRules rules;
    private final Spelling spelling;
    private final Schema from;
    private final Schema to;

    EnumAndSequenceChanges(ReadingRules rules, Schema from, Schema to) {
        this.rules = rules;
        this.spelling = rules.spelling();
        this.from = from;
        this.to = to;
    }

    /** Returns the operations that run before tables are created or changed. */
    List<Operation> before() {
        List<Operation> operations = new ArrayList<>();
        Map<String, EnumType> enums = byName(from.enums(), EnumType::name);
        for (EnumType type : to.enums()) {
            EnumType before = enums.get(type.name());
            if (before == null) {
                operations.add(new CreateEnum(type.name(), type.values()));
            } else if (grows(before, type)) {
                type.values()
                        .subList(before.values().size(), type.values().size())
                        .forEach(value -> operations.add(new AddEnumValue(type.name(), value, false)));
            } else if (!before.equals(type)) {
                replace(type, operations);
            }
        }
        Map<String, Sequence> sequences = byName(from.sequences(), Sequence::name);
        for (Sequence sequence : to.sequences()) {
            Sequence before = sequences.get(sequence.name());
            if (before == null) {
                operations.add(new CreateSequence(sequence, false));
            } else if (!before.equals(sequence)) {
                operations.add(new Execute(altered(before, sequence), List.of()));
            }
        }
        return operations;
    }

    private static boolean grows(EnumType before, EnumType after) {
        int size = before.values().size();
        return after.values().size() > size && after.values().subList(0, size).equals(before.values());
    }

    /** Values of an enum cannot be removed or reordered, so a new enum replaces it under the old name. */
    private void replace(EnumType type, List<Operation> operations) {
        String name = spelling.qualified(type.name());
        operations.add(new Execute("ALTER TYPE " + name + " RENAME TO " + spelling.quote(old(type)), List.of()));
        operations.add(new CreateEnum(type.name(), type.values()));
        Map<String, Table> kept = byName(to.tables(), Table::name);
        for (Table table : from.tables()) {
            for (Column column : table.columns()) {
                Optional.ofNullable(kept.get(table.name()))
                        .flatMap(other -> other.column(column.name()))
                        .filter(other -> other.type().equals(column.type())
                                && other.type().equals(new Native(name)))
                        .ifPresent(other -> operations.add(converted(table, column, other)));
            }
        }
    }

    private static String old(EnumType type) {
        return QualifiedName.literally(QualifiedName.parse(type.name()).name() + "_old");
    }

    private AlterTable converted(Table table, Column column, Column after) {
        String type = ((Native) after.type()).sql();
        String using = "CAST(CAST(" + spelling.quote(column.name()) + " AS text) AS " + type + ")";
        List<TableChange> changes = new ArrayList<>();
        if (column.defaultValue() != null) {
            changes.add(new AlterColumn(table.name(), column.name(), null, null, null, null, true, column));
        }
        changes.add(new AlterColumn(
                table.name(),
                column.name(),
                after.type(),
                using,
                null,
                column.defaultValue() == null ? null : after.defaultValue(),
                false,
                column));
        return new AlterTable(table.name(), changes);
    }

    /** A sequence restarts only if its next value may be outside its new limits. */
    private String altered(Sequence before, Sequence sequence) {
        return rules.database().alterSequence(sequence, !meet(before, sequence), rules.spelling());
    }

    private static boolean meet(Sequence one, Sequence other) {
        return least(one) <= most(other) && least(other) <= most(one);
    }

    private static long least(Sequence sequence) {
        long unsaid = sequence.increment() > 0 ? 1 : Long.MIN_VALUE;
        return sequence.minimum() == null ? unsaid : sequence.minimum();
    }

    private static long most(Sequence sequence) {
        long unsaid = sequence.increment() > 0 ? Long.MAX_VALUE : -1;
        return sequence.maximum() == null ? unsaid : sequence.maximum();
    }

    /** Returns the operations that run after the last use of an enum or a sequence. */
    List<Operation> after() {
        List<Operation> operations = new ArrayList<>();
        Map<String, EnumType> enums = byName(to.enums(), EnumType::name);
        for (EnumType type : from.enums()) {
            EnumType after = enums.get(type.name());
            if (after == null) {
                operations.add(new DropEnum(type.name(), type.values(), false));
            } else if (!after.equals(type) && !grows(type, after)) {
                operations.add(new DropEnum(old(type), type.values(), false));
            }
        }
        Map<String, Sequence> sequences = byName(to.sequences(), Sequence::name);
        from.sequences().stream()
                .filter(sequence -> !sequences.containsKey(sequence.name()))
                .forEach(sequence -> operations.add(new DropSequence(sequence.name(), sequence, false)));
        return operations;
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
