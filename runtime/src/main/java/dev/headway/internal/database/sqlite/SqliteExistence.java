package dev.headway.internal.database.sqlite;

import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.schema.LiveSchema;
import java.util.List;

/** Says instead of SQLite, which has no words for it in {@code ALTER TABLE}, what is done only if something exists. */
final class SqliteExistence {
    private SqliteExistence() {}

    /** Returns those of the changes that are to be made. */
    static List<TableChange> due(List<? extends TableChange> changes, LiveSchema live) {
        return changes.stream()
                .filter(change -> isDue(change, live))
                .<TableChange>map(change -> change)
                .toList();
    }

    private static boolean isDue(TableChange change, LiveSchema live) {
        if (change instanceof AddColumn add && add.ifNotExists()) {
            return !SqliteCopy.stored(add.table(), live)
                    .table()
                    .hasColumn(add.column().name());
        } else if (change instanceof DropColumn drop && drop.ifExists()) {
            return SqliteCopy.stored(drop.table(), live).table().hasColumn(drop.name());
        } else if (change instanceof DropConstraint drop && drop.ifExists()) {
            SqliteTable table = SqliteCopy.stored(drop.table(), live).table();
            return drop.name() == null || table.hasConstraint(drop.name());
        }
        return true;
    }
}
