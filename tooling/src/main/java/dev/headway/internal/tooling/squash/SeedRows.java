package dev.headway.internal.tooling.squash;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.database.RowRules;
import dev.headway.op.Operation;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.schema.Column;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.Identity;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows that a range of revisions leaves in a table, as operations that insert and delete them. */
final class SeedRows {
    private final Dialect dialect;
    private final RowRules rules;
    private final Table table;
    private final TableRows rows;
    private final @Nullable Column numbered;
    private final boolean numbersItself;

    /**
     * Plans the rows of a table.
     *
     * @param table the table
     * @param all the rows, with all columns
     * @param ownDefaults columns whose values differ from run to run
     * @param fresh whether the table has no other rows
     */
    SeedRows(DetectedDatabase database, Table table, TableRows all, Set<String> ownDefaults, boolean fresh) {
        this.dialect = database.dialect();
        this.rules = database.type().rows();
        this.table = table;
        this.numbered = table.columns().stream()
                .filter(SeedRows::isNumbered)
                .findFirst()
                .orElse(null);
        this.numbersItself = fresh && numbered != null && isNumberedInTurn(numbered, all.column(numbered.name()));
        Set<String> leftOut = new HashSet<>(ownDefaults);
        table.columns().stream()
                .filter(column -> column.generated() != null)
                .forEach(column -> leftOut.add(column.name()));
        if (numbersItself && numbered != null) {
            leftOut.add(numbered.name());
        }
        this.rows = all.without(leftOut);
    }

    private static boolean isNumbered(Column column) {
        return column.identity() != null
                || (column.defaultValue() instanceof Expression expression
                        && expression.sql().toLowerCase(Locale.ROOT).contains("nextval"));
    }

    private static boolean isNumberedInTurn(Column column, List<CellValue> cells) {
        Identity identity = column.identity() == null ? Identity.BY_DEFAULT : column.identity();
        return IntStream.range(0, cells.size())
                .allMatch(i -> cells.get(i).text().equals(Long.toString(identity.start() + i * identity.increment())));
    }

    /** Returns the operations that insert the rows. */
    List<Operation> inserts() {
        List<Operation> inserts = new ArrayList<>();
        List<String> columns = List.of();
        List<List<@Nullable Object>> together = new ArrayList<>();
        for (List<CellValue> row : rows.rows()) {
            if (needsNull(row)) {
                flush(inserts, columns, together);
                inserts.add(execute("INSERT INTO " + name() + " (" + names(rows.columns(), ", ") + ") VALUES ("
                        + row.stream().map(this::literal).collect(Collectors.joining(", ")) + ")"));
                continue;
            }
            List<String> present = present(row);
            if (!present.equals(columns)) {
                flush(inserts, columns, together);
                columns = present;
            }
            together.add(values(row));
        }
        flush(inserts, columns, together);
        restarted(inserts);
        return inserts;
    }

    private void flush(List<Operation> inserts, List<String> columns, List<List<@Nullable Object>> together) {
        if (!together.isEmpty()) {
            inserts.add(new Insert(table.name(), columns, Collections.unmodifiableList(new ArrayList<>(together))));
            together.clear();
        }
    }

    /** An insert that omits a column gets its default, so null must be written out. */
    private boolean needsNull(List<CellValue> row) {
        return present(row).isEmpty()
                || IntStream.range(0, row.size())
                        .anyMatch(i -> row.get(i).isNull()
                                && table.column(rows.columns().get(i))
                                        .filter(column -> column.defaultValue() != null)
                                        .isPresent());
    }

    private List<String> present(List<CellValue> row) {
        return IntStream.range(0, row.size())
                .filter(i -> !row.get(i).isNull())
                .mapToObj(rows.columns()::get)
                .toList();
    }

    private static List<@Nullable Object> values(List<CellValue> row) {
        List<@Nullable Object> values = new ArrayList<>();
        row.stream().filter(cell -> !cell.isNull()).forEach(cell -> values.add(cell.value()));
        return Collections.unmodifiableList(values);
    }

    /** After rows with numbers of their own, the next row must not get a number that is taken. */
    private void restarted(List<Operation> inserts) {
        if (numbered == null || numbered.identity() == null || numbersItself) {
            return;
        }
        String column = numbered.name();
        long increment = numbered.identity().increment();
        rows.column(column).stream()
                .mapToLong(cell -> Long.parseLong(cell.text()))
                .reduce((one, other) -> increment > 0 ? Math.max(one, other) : Math.min(one, other))
                .stream()
                .mapToObj(last -> rules.restartIdentity(table.name(), column, last + increment, dialect))
                .flatMap(Optional::stream)
                .forEach(sql -> inserts.add(execute(sql)));
    }

    /** Returns whether the rows have explicit values in a column that takes its numbers from a sequence. */
    boolean overtakesSequence() {
        return numbered != null && numbered.identity() == null && !numbersItself;
    }

    /** Returns the operations that delete exactly these rows. */
    List<Operation> deletes() {
        List<String> key = table.primaryKey()
                .map(primary -> primary.columns())
                .filter(rows.columns()::containsAll)
                .orElse(rows.columns());
        List<Operation> deletes = new ArrayList<>();
        for (List<CellValue> row : rows.rows()) {
            deletes.add(
                    0,
                    execute("DELETE FROM " + name() + " WHERE "
                            + key.stream()
                                    .map(column -> condition(
                                            column, row.get(rows.columns().indexOf(column))))
                                    .collect(Collectors.joining(" AND "))));
        }
        return deletes;
    }

    private String condition(String column, CellValue cell) {
        return dialect.quote(column) + (cell.isNull() ? " IS NULL" : " = " + literal(cell));
    }

    private String literal(CellValue cell) {
        return dialect.literal(cell.value());
    }

    private String name() {
        return dialect.qualified(table.name());
    }

    private String names(List<String> columns, String between) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(between));
    }

    private static Operation execute(String sql) {
        return new Execute(sql, List.of());
    }
}
