package dev.headway.internal.database.sqlite;

import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns changes into edits of a {@code CREATE TABLE}. What SQLite lacks is refused here, before a table is looked at. */
final class SqliteEdits {
    private final SqliteDialect dialect;

    SqliteEdits(SqliteDialect dialect) {
        this.dialect = dialect;
    }

    UnaryOperator<SqliteTable> of(TableChange change) {
        if (change instanceof AddColumn add) {
            return of(add);
        } else if (change instanceof DropColumn drop) {
            return table -> table.withoutColumn(drop.name());
        } else if (change instanceof AlterColumn alter) {
            return of(alter);
        } else if (change instanceof AddConstraint add) {
            String definition = dialect.definitions().constraint(add.constraint());
            return table -> table.withConstraint(definition);
        } else if (change instanceof DropConstraint drop) {
            return of(drop);
        } else if (change instanceof RenameConstraint rename) {
            String to = dialect.quote(rename.to());
            return table -> table.withConstraintRenamed(rename.from(), to);
        }
        return UnaryOperator.identity();
    }

    private UnaryOperator<SqliteTable> of(AddColumn add) {
        String column = dialect.definitions().column(add.column());
        List<String> constraints = new ArrayList<>();
        for (Constraint constraint : add.constraints()) {
            constraints.add(dialect.definitions().constraint(constraint));
        }
        return table -> {
            SqliteTable more = table.withColumn(column);
            for (String constraint : constraints) {
                more = more.withConstraint(constraint);
            }
            return more;
        };
    }

    private static UnaryOperator<SqliteTable> of(DropConstraint drop) {
        Constraint definition = drop.definition();
        return table -> drop.name() == null && definition != null
                ? table.withoutConstraintLike(definition)
                : table.withoutConstraint(String.valueOf(drop.name()));
    }

    private UnaryOperator<SqliteTable> of(AlterColumn alter) {
        String column = alter.column();
        if (alter.changesIdentity()) {
            throw dialect.unsupported("numbers rows only where a table was created so");
        }
        List<UnaryOperator<SqliteTable>> edits = new ArrayList<>();
        if (alter.type() != null) {
            edits.addAll(type(
                    column,
                    alter.type(),
                    alter.from() == null ? null : alter.from().type()));
        }
        if (alter.collation() != null || alter.dropsCollation()) {
            String collation =
                    alter.collation() == null ? null : dialect.definitions().collation(alter.collation());
            edits.add(table -> table.withCollation(column, collation));
        }
        if (alter.nullable() != null) {
            boolean nullable = alter.nullable();
            edits.add(table -> table.withNullable(column, nullable));
        }
        if (alter.dropsDefault()) {
            edits.add(table -> table.withDefault(column, null));
        } else if (alter.defaultValue() != null) {
            ColumnType known = alter.type() == null ? ColumnType.Plain.TEXT : alter.type();
            String value = dialect.defaultValue(alter.defaultValue(), known);
            edits.add(table -> table.withDefault(column, value));
        }
        return table -> {
            SqliteTable edited = table;
            for (UnaryOperator<SqliteTable> edit : edits) {
                edited = edit.apply(edited);
            }
            return edited;
        };
    }

    /** The check of the values of an enum goes and comes with its type. */
    private List<UnaryOperator<SqliteTable>> type(String column, ColumnType type, @Nullable ColumnType from) {
        List<UnaryOperator<SqliteTable>> edits = new ArrayList<>();
        String sql = dialect.type(type);
        edits.add(table -> table.withType(column, sql));
        if (type instanceof Enumerated || from instanceof Enumerated) {
            edits.add(table -> table.withoutValues(column));
        }
        if (type instanceof Enumerated enumerated) {
            String values = String.join(
                    ", ", enumerated.values().stream().map(dialect::literal).toList());
            String check = "CHECK (" + dialect.quote(column) + " IN (" + values + "))";
            edits.add(table -> table.withClause(column, check));
        }
        return edits;
    }
}
