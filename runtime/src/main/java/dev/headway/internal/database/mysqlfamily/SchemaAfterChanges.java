package dev.headway.internal.database.mysqlfamily;

import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.schema.Column;
import dev.headway.schema.EnumType;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The schema as it is once some of a table's changes are made: what tells a column whole builds on those before. Changes that
 * are in the database already, of a step that is gone on with, make no difference.
 */
record SchemaAfterChanges(LiveSchema live, String changed, List<TableChange> made, Set<String> dropped)
        implements LiveSchema, IndexNames {

    /** Returns the changes in groups that follow each other, in none of which two are about the same column. */
    static List<List<TableChange>> groups(List<TableChange> changes) {
        List<List<TableChange>> groups = new ArrayList<>();
        List<TableChange> group = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        for (TableChange change : changes) {
            List<String> touched = columns(change);
            if (touched.stream().anyMatch(columns::contains)) {
                groups.add(group);
                group = new ArrayList<>();
                columns.clear();
            }
            group.add(change);
            columns.addAll(touched);
        }
        groups.add(group);
        return groups;
    }

    private static List<String> columns(TableChange change) {
        if (change instanceof RenameColumn rename) {
            return List.of(rename.from(), rename.to());
        } else if (change instanceof AddColumn add) {
            return List.of(add.column().name());
        } else if (change instanceof DropColumn drop) {
            return List.of(drop.name());
        } else if (change instanceof AlterColumn alter) {
            return List.of(alter.column());
        } else if (change instanceof CommentOnColumn comment) {
            return List.of(comment.column());
        }
        return List.of();
    }

    @Override
    public boolean canBeAsked() {
        return live.canBeAsked();
    }

    @Override
    public boolean hasIndex(String table, String index) {
        return live instanceof IndexNames names && names.hasIndex(table, index);
    }

    @Override
    public List<String> tables() {
        return live.tables();
    }

    @Override
    public Optional<Table> table(String name) {
        Optional<Table> table = live.table(name);
        return name.equals(changed) ? table.map(this::afterwards) : table;
    }

    @Override
    public List<Sequence> sequences() {
        return live.sequences();
    }

    @Override
    public List<View> views() {
        return live.views();
    }

    @Override
    public List<EnumType> enums() {
        return live.enums();
    }

    private Table afterwards(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        made.forEach(change -> make(change, columns));
        List<String> names = columns.stream().map(Column::name).toList();
        return new Table(
                table.name(),
                columns,
                table.constraints().stream()
                        .filter(constraint -> names.containsAll(constraint.columns()))
                        .toList(),
                table.indexes(),
                table.comment());
    }

    private static void make(TableChange change, List<Column> columns) {
        if (change instanceof RenameColumn rename) {
            columns.replaceAll(column -> column.name().equals(rename.from()) ? column.named(rename.to()) : column);
        } else if (change instanceof AddColumn add) {
            columns.removeIf(column -> column.name().equals(add.column().name()));
            columns.add(add.column());
        } else if (change instanceof DropColumn drop) {
            columns.removeIf(column -> column.name().equals(drop.name()));
        } else if (change instanceof AlterColumn alter) {
            columns.replaceAll(column -> column.name().equals(alter.column()) ? alter.changed(column) : column);
        } else if (change instanceof CommentOnColumn comment) {
            columns.replaceAll(column -> column.name().equals(comment.column()) ? comment.changed(column) : column);
        }
    }
}
