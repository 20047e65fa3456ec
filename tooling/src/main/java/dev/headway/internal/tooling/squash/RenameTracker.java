package dev.headway.internal.tooling.squash;

import dev.headway.internal.tooling.diff.Rename;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tracks the renames of tables and columns, which a comparison of schemas would report as drops. */
final class RenameTracker {
    private final Map<String, Followed> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * A table that existed at the start.
     *
     * @param name its name at the start
     * @param columns the names of its columns at the start, by their current names
     */
    private record Followed(String name, Map<String, String> columns) {}

    RenameTracker(Schema before) {
        for (Table table : before.tables()) {
            Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            table.columns().forEach(column -> columns.put(column.name(), column.name()));
            tables.put(table.name(), new Followed(table.name(), columns));
        }
    }

    void follow(Operation operation) {
        if (operation instanceof Autocommit autocommit) {
            follow(autocommit.operation());
        } else if (operation instanceof AlterTable alter) {
            alter.changes().forEach(this::follow);
        } else if (operation instanceof DropTable drop) {
            tables.remove(drop.name());
        } else if (operation instanceof RenameTable rename) {
            move(tables, rename.from(), rename.to());
        } else if (operation instanceof DropColumn drop && tables.containsKey(drop.table())) {
            columns(drop.table()).remove(drop.name());
        } else if (operation instanceof RenameColumn rename && tables.containsKey(rename.table())) {
            move(columns(rename.table()), rename.from(), rename.to());
        }
    }

    private Map<String, String> columns(String table) {
        Followed followed = tables.get(table);
        return followed == null ? Map.of() : followed.columns();
    }

    private static <T> void move(Map<String, T> names, String from, String to) {
        T followed = names.remove(from);
        if (followed != null) {
            names.put(to, followed);
        }
    }

    /** Returns the renames of what still exists in {@code after}, tables first. */
    List<Rename> renames(Schema after) {
        List<Rename> renamedTables = new ArrayList<>();
        List<Rename> renamedColumns = new ArrayList<>();
        for (Table table : after.tables()) {
            Followed followed = tables.get(table.name());
            if (followed == null) {
                continue;
            }
            if (!followed.name().equals(table.name())) {
                renamedTables.add(new Rename(null, followed.name(), table.name()));
            }
            table.columns().forEach(column -> {
                String before = followed.columns().get(column.name());
                if (before != null && !before.equals(column.name())) {
                    renamedColumns.add(new Rename(table.name(), before, column.name()));
                }
            });
        }
        renamedTables.addAll(renamedColumns);
        return renamedTables;
    }
}
