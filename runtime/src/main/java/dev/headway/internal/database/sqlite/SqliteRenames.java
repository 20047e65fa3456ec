package dev.headway.internal.database.sqlite;

import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Generated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The renamed columns among the changes that one copy makes. SQLite renames a column wherever it is named, in indexes,
 * triggers, views and other tables; so that is left to it, behind the copy, which is made with the names of before.
 */
final class SqliteRenames {
    private final SqliteDialect dialect;
    private final List<RenameColumn> renames = new ArrayList<>();
    private final List<TableChange> others = new ArrayList<>();
    private final Map<String, String> before = new HashMap<>();

    SqliteRenames(SqliteDialect dialect, List<TableChange> changes) {
        this.dialect = dialect;
        for (TableChange change : changes) {
            if (change instanceof RenameColumn rename) {
                String from = old(rename.from());
                before.remove(key(rename.from()));
                before.put(key(rename.to()), from);
                renames.add(rename);
            } else {
                others.add(before.isEmpty() ? change : told(change));
            }
        }
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    private String old(String column) {
        return before.getOrDefault(key(column), column);
    }

    /** Returns the other changes, in the names that the columns had before. */
    List<TableChange> others() {
        return others;
    }

    List<String> statements(String alterTable) {
        return renames.stream()
                .map(rename -> alterTable + " RENAME COLUMN " + dialect.quote(rename.from()) + " TO "
                        + dialect.quote(rename.to()))
                .toList();
    }

    private TableChange told(TableChange change) {
        if (change instanceof AddColumn add) {
            if (before.containsValue(add.column().name())) {
                throw new IllegalStateException("Column '" + add.column().name() + "' is renamed and added in one"
                        + " alterTable(\"" + add.table()
                        + "\", …), and SQLite must copy the table for that. Rename it in"
                        + " one, and add it in the next");
            }
            return new AddColumn(
                    add.table(),
                    told(add.column()),
                    add.constraints().stream().map(this::told).toList(),
                    add.ifNotExists());
        } else if (change instanceof DropColumn drop) {
            return new DropColumn(
                    drop.table(), old(drop.name()), drop.definition(), drop.constraints(), drop.ifExists());
        } else if (change instanceof AlterColumn alter) {
            return new AlterColumn(
                    alter.table(),
                    old(alter.column()),
                    alter.type(),
                    told(alter.using()),
                    alter.nullable(),
                    alter.defaultValue(),
                    alter.dropsDefault(),
                    alter.identity(),
                    alter.dropsIdentity(),
                    alter.collation(),
                    alter.dropsCollation(),
                    alter.from());
        } else if (change instanceof AddConstraint add) {
            return new AddConstraint(add.table(), told(add.constraint()));
        }
        return change;
    }

    private Column told(Column column) {
        Generated generated = column.generated();
        return generated == null
                ? column
                : new Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        null,
                        null,
                        new Generated(renamed(generated.expression()), generated.stored()),
                        column.collation(),
                        column.comment());
    }

    private Constraint told(Constraint constraint) {
        List<String> columns = constraint.columns().stream().map(this::old).toList();
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), columns);
        } else if (constraint instanceof Unique unique) {
            return new Unique(unique.name(), columns, unique.nullsNotDistinct(), unique.deferral());
        } else if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    columns,
                    key.table(),
                    key.referenced(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral(),
                    key.validated());
        } else if (constraint instanceof Check check) {
            return new Check(check.name(), renamed(check.condition()), check.validated());
        }
        return (Exclusion) constraint;
    }

    private @Nullable String told(@Nullable String expression) {
        return expression == null ? null : renamed(expression);
    }

    private String renamed(String expression) {
        Map<String, String> names = new HashMap<>();
        before.forEach((now, then) -> names.put(now, dialect.quote(then)));
        return new SqliteExpression(expression).renamed(names).sql();
    }
}
