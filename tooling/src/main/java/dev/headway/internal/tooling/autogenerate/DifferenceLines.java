package dev.headway.internal.tooling.autogenerate;

import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.SchemaObject.DropView;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes differences in a line each, as Alembic does. */
public final class DifferenceLines {
    private DifferenceLines() {}

    /** Returns a line for each difference that an operation removes. */
    public static Stream<String> of(Operation operation) {
        return operation instanceof AlterTable alter
                ? alter.changes().stream().map(DifferenceLines::line)
                : Stream.of(line(operation));
    }

    private static String line(Operation operation) {
        if (operation instanceof RenameTable rename) {
            return "renamed table '" + rename.from() + "' to '" + rename.to() + "'";
        } else if (operation instanceof RenameColumn rename) {
            return "renamed column '" + rename.table() + "." + rename.from() + "' to '" + rename.to() + "'";
        } else if (operation instanceof RenameConstraint rename) {
            return "renamed constraint '" + rename.from() + "' on '" + rename.table() + "' to '" + rename.to() + "'";
        } else if (operation instanceof RenameIndex rename) {
            return "renamed index '" + rename.from() + "' on '" + rename.table() + "' to '" + rename.to() + "'";
        } else if (operation instanceof CreateTable create) {
            return "added table '" + create.table().name() + "'";
        } else if (operation instanceof DropTable drop) {
            return "removed table '" + drop.name() + "'";
        } else if (operation instanceof AddColumn add) {
            return "added column '" + add.table() + "." + add.column().name() + "'";
        } else if (operation instanceof DropColumn drop) {
            return "removed column '" + drop.table() + "." + drop.name() + "'";
        } else if (operation instanceof AlterColumn alter) {
            return altered(alter);
        } else if (operation instanceof AddConstraint add) {
            return "added " + constraint(add.table(), add.constraint());
        } else if (operation instanceof DropConstraint drop && drop.definition() != null) {
            return "removed " + constraint(drop.table(), drop.definition());
        } else if (operation instanceof CommentOnTable comment) {
            return "changed comment of table '" + comment.table() + "'";
        } else if (operation instanceof CommentOnColumn comment) {
            return "changed comment of column '" + comment.table() + "." + comment.column() + "'";
        } else if (operation instanceof CreateIndex create) {
            return "added index '" + create.index().name() + "' on '"
                    + create.index().table() + "'";
        } else if (operation instanceof DropIndex drop) {
            return "removed index '" + drop.name() + "' on '" + drop.table() + "'";
        }
        return object(operation);
    }

    private static String object(Operation operation) {
        if (operation instanceof CreateSchema create) {
            return "added schema '" + create.name() + "'";
        } else if (operation instanceof DropSchema drop) {
            return "removed schema '" + drop.name() + "'";
        } else if (operation instanceof CreateSequence create) {
            return "added sequence '" + create.sequence().name() + "'";
        } else if (operation instanceof DropSequence drop) {
            return "removed sequence '" + drop.name() + "'";
        } else if (operation instanceof CreateEnum create) {
            return "added enum '" + create.name() + "'";
        } else if (operation instanceof AddEnumValue add) {
            return "added value '" + add.value() + "' of enum '" + add.name() + "'";
        } else if (operation instanceof DropEnum drop) {
            return "removed enum '" + drop.name() + "'";
        } else if (operation instanceof CreateView create) {
            return "added view '" + create.name() + "'";
        } else if (operation instanceof DropView drop) {
            return "removed view '" + drop.name() + "'";
        }
        return "change by " + operation.directive();
    }

    private static String altered(AlterColumn alter) {
        List<String> changes = new ArrayList<>();
        Column from = alter.from();
        if (alter.collation() != null || alter.dropsCollation()) {
            changes.add(alter.collation() == null ? "no collation" : "collation " + alter.collation());
        }
        if (alter.type() != null && (from == null || !alter.type().equals(from.type()))) {
            changes.add("type" + (from == null ? "" : " from " + sql(from.type())) + " to " + sql(alter.type()));
        }
        if (alter.nullable() != null) {
            changes.add(alter.nullable() ? "NULL" : "NOT NULL");
        }
        if (alter.dropsDefault()) {
            changes.add("no default");
        } else if (alter.defaultValue() != null) {
            changes.add("default " + sql(alter.defaultValue()));
        }
        if (alter.changesIdentity()) {
            changes.add(alter.dropsIdentity() ? "no identity" : "identity");
        }
        return "changed column '" + alter.table() + "." + alter.column() + "': " + String.join(", ", changes);
    }

    private static String sql(ColumnType type) {
        return type instanceof Native own ? own.sql() : type.toString();
    }

    private static String sql(@Nullable DefaultValue value) {
        return value instanceof Expression expression ? expression.sql() : String.valueOf(value);
    }

    private static String constraint(String table, Constraint constraint) {
        String kind = constraint
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return kind + (constraint.name() == null ? "" : " '" + constraint.name() + "'") + " on '" + table + "'"
                + (constraint.columns().isEmpty() ? "" : " (" + String.join(", ", constraint.columns()) + ")");
    }
}
