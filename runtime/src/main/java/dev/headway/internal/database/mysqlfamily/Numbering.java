package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.StandardDialect;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds columns that number the rows to what MariaDB and MySQL ask of them: there is one in a table, and the statement that
 * makes it makes a key that begins with it.
 */
final class Numbering {
    private final StandardDialect dialect;

    Numbering(StandardDialect dialect) {
        this.dialect = dialect;
    }

    /** Refuses a table that could not number its rows. */
    void check(Table table) {
        check(table.columns(), table.constraints(), index(table).isPresent());
    }

    /** Refuses changes that are made at once, and add a column that could not number the rows. */
    void check(List<TableChange> changes) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (TableChange change : changes) {
            if (change instanceof AddColumn add) {
                columns.add(add.column());
                constraints.addAll(add.constraints());
            } else if (change instanceof AddConstraint add) {
                constraints.add(add.constraint());
            }
        }
        check(columns, constraints, false);
    }

    private void check(List<Column> columns, List<Constraint> constraints, boolean indexed) {
        List<String> numbered = numbered(columns);
        if (numbered.size() > 1) {
            throw dialect.unsupported("numbers the rows in one column of a table, and here are " + numbered
                    + ": leave identity() to one of them");
        } else if (!numbered.isEmpty() && !indexed && !isKey(numbered.get(0), constraints)) {
            throw dialect.unsupported(
                    "numbers the rows only in a column that a key begins with: declare primaryKey() or unique()"
                            + " of column '" + numbered.get(0) + "' too");
        }
    }

    /** Returns the index that numbers the rows, and so must be made with the table, where no constraint does. */
    Optional<Index> index(Table table) {
        List<String> numbered = numbered(table.columns());
        return table.indexes().stream()
                .filter(index -> !index.keys().get(0).expression()
                        && numbered.contains(index.keys().get(0).text())
                        && !isKey(index.keys().get(0).text(), table.constraints()))
                .findFirst();
    }

    private static List<String> numbered(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.identity() != null)
                .map(Column::name)
                .toList();
    }

    /** A foreign key is one too: the database makes an index for it. */
    private static boolean isKey(String column, List<Constraint> constraints) {
        return constraints.stream()
                .map(Constraint::columns)
                .anyMatch(key -> !key.isEmpty() && key.get(0).equals(column));
    }
}
