package dev.headway.internal.database;

import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What queries told of tables, each by the name of the table as the database stores it.
 *
 * @param comments the comment of each table there is, in the order of the tables
 * @param columns the columns; a table without any, which PostgreSQL allows, is passed over
 * @param constraints the constraints
 * @param indexes the indexes
 */
public record TableParts(
        Map<String, List<Optional<String>>> comments,
        Map<String, List<Column>> columns,
        Map<String, List<Constraint>> constraints,
        Map<String, List<Index>> indexes) {

    /** Returns the tables, under names that {@code written} makes of those that are stored. */
    public List<Table> tables(UnaryOperator<String> written) {
        List<Table> tables = new ArrayList<>();
        comments.forEach((name, comment) -> {
            if (columns.containsKey(name)) {
                tables.add(new Table(
                        written.apply(name),
                        columns.getOrDefault(name, List.of()),
                        constraints.getOrDefault(name, List.of()),
                        indexes.getOrDefault(name, List.of()),
                        comment.get(0).orElse(null)));
            }
        });
        return tables;
    }
}
