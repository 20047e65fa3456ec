package dev.headway.internal.tooling.diff;

import dev.headway.database.DetectedDatabase;
import dev.headway.op.Operation;
import dev.headway.schema.Column;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the operations that lead from one schema to another. Both schemas are read from databases of the same product, so
 * types, defaults and expressions are equal if they read the same. The order of columns is ignored.
 *
 * @param database the database that both schemas were read from
 * @param strictNames whether constraints and indexes differ if only their names do
 */
public record SchemaDiff(DetectedDatabase database, boolean strictNames) {

    /** Ignores the names of constraints and indexes that are otherwise equal. */
    public SchemaDiff(DetectedDatabase database) {
        this(database, false);
    }

    /**
     * The operations between two schemas, each list in an order in which it can run.
     *
     * @param upgrade the operations that turn the first schema into the second
     * @param downgrade the operations that turn the second schema into the first
     * @param likelyRenames columns that are dropped while an equal column is added to the same table
     */
    public record Result(List<Operation> upgrade, List<Operation> downgrade, List<Rename> likelyRenames) {
        /** Returns whether the schemas are equal. */
        public boolean isEmpty() {
            return upgrade.isEmpty();
        }
    }

    /** Returns the operations between two schemas in which nothing was renamed. */
    public Result between(Schema from, Schema to) {
        return between(from, to, List.of());
    }

    /**
     * Returns the operations between two schemas in which some tables or columns were renamed.
     *
     * @throws dev.headway.error.CommandException if {@code from} has no table or column to rename
     */
    public Result between(Schema from, Schema to, List<Rename> renames) {
        ReadingRules rules =
                new ReadingRules(database.dialect(), database.type().comparison(), strictNames);
        Schema renamed = from;
        List<Operation> forth = new ArrayList<>();
        List<Operation> back = new ArrayList<>();
        for (Rename rename : renames) {
            renamed = new RenamedSchema(rules, rename).of(renamed);
            forth.add(rename.operation());
            back.add(0, rename.reversed().operation());
        }
        SchemaChanges there = new SchemaChanges(rules, renamed, to);
        List<Operation> upgrade = there.operations(forth, List.of());
        SchemaChanges thereafter = new SchemaChanges(rules, there.result(), renamed);
        return new Result(upgrade, thereafter.operations(List.of(), back), likelyRenames(renamed, to));
    }

    private static List<Rename> likelyRenames(Schema from, Schema to) {
        List<Rename> likely = new ArrayList<>();
        for (Table before : from.tables()) {
            to.tables().stream()
                    .filter(after -> after.name().equals(before.name()))
                    .forEach(after -> likely.addAll(likelyRenames(before, after)));
        }
        return likely;
    }

    private static List<Rename> likelyRenames(Table before, Table after) {
        List<Rename> likely = new ArrayList<>();
        for (Column gone : before.columns()) {
            if (after.column(gone.name()).isPresent()) {
                continue;
            }
            List<Column> alike = after.columns().stream()
                    .filter(column -> before.column(column.name()).isEmpty())
                    .filter(column -> column.named(gone.name()).equals(gone))
                    .toList();
            if (alike.size() == 1) {
                likely.add(new Rename(before.name(), gone.name(), alike.get(0).name()));
            }
        }
        return likely;
    }
}
