package dev.headway.diff;

import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.schema.Column;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what leads from one schema to another. Both are readings of the same kind of database, so what reads alike is alike:
 * the spelling of a type or a default is no difference unless it is one. The order of columns is none either.
 *
 * @param database which database it is that both were read from
 * @param strictNames whether constraints and indexes that differ in no more than their names differ
 */
public record SchemaDiff(Database database, boolean strictNames) {

    /** Takes constraints and indexes that differ in no more than their names for equal. */
    public SchemaDiff(Database database) {
        this(database, false);
    }

    /**
     * What leads from one schema to another, each in an order in which it can run.
     *
     * @param upgrade what makes the second of the first
     * @param downgrade what takes that back
     * @param likelyRenames columns that go, of a table that gets another just like it: it may be the same under another name
     */
    public record Found(List<Operation> upgrade, List<Operation> downgrade, List<Rename> likelyRenames) {
        /** Returns whether the schemas are equal. */
        public boolean isNothing() {
            return upgrade.isEmpty();
        }
    }

    /** Finds what makes {@code to} of {@code from}, where nothing has another name. */
    public Found between(Schema from, Schema to) {
        return between(from, to, List.of());
    }

    /**
     * Finds what makes {@code to} of {@code from}, where some things have another name.
     *
     * @throws dev.headway.error.ConfigurationException if {@code from} does not have what is renamed
     */
    public Found between(Schema from, Schema to, List<Rename> renames) {
        Equality equality = new Equality(Databases.of(database).dialect(Version.LATEST), strictNames);
        Schema renamed = from;
        List<Operation> forth = new ArrayList<>();
        List<Operation> back = new ArrayList<>();
        for (Rename rename : renames) {
            renamed = new Renaming(equality.spelling(), rename).of(renamed);
            forth.add(rename.operation());
            back.add(0, rename.reversed().operation());
        }
        Changes there = new Changes(equality, renamed, to);
        List<Operation> upgrade = there.operations(forth, List.of());
        Changes thereafter = new Changes(equality, there.result(), renamed);
        return new Found(upgrade, thereafter.operations(List.of(), back), likelyRenames(renamed, to));
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
