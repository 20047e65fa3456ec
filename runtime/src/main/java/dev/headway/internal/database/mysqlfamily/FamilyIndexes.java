package dev.headway.internal.database.mysqlfamily;

import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads the indexes that don't belong to a constraint. */
public final class FamilyIndexes {
    /** The kinds of index that are no method of an ordinary one. */
    static final Set<String> KINDS = Set.of("fulltext", "spatial");

    private static final String SQL = """
            SELECT s.table_name, s.index_name, s.index_type, s.non_unique, s.seq_in_index, s.column_name, s.collation, s.sub_part
            FROM information_schema.statistics s
            WHERE {s.table_schema} AND s.index_name <> 'PRIMARY'
            ORDER BY s.table_name, s.index_name, s.seq_in_index""";

    /** The names of all indexes of a table. */
    static final String NAMES = """
            SELECT DISTINCT s.table_name, s.index_name
            FROM information_schema.statistics s
            WHERE {s.table_schema}""";

    private final @Nullable String schema;
    private final Expressions expressions;

    private FamilyIndexes(@Nullable String schema, Expressions expressions) {
        this.schema = schema;
        this.expressions = expressions;
    }

    /** Finds the expression that is a key of an index. */
    @FunctionalInterface
    public interface Expressions {
        /** Returns the expression at {@code position}, from 1, of an index of a table. */
        String expression(String table, String index, int position);
    }

    /** Returns the indexes of each table that has these constraints. */
    static Map<String, List<Index>> read(
            FamilyScope scope, Map<String, List<Constraint>> constraints, Expressions expressions) {
        FamilyIndexes reader = new FamilyIndexes(scope.schema(), expressions);
        Map<String, List<Index>> indexes = new LinkedHashMap<>();
        scope.byTable(SQL, FamilyIndexes::row)
                .forEach((table, rows) ->
                        indexes.put(table, reader.indexes(table, rows, constraints.getOrDefault(table, List.of()))));
        return indexes;
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("index_name"),
                row.getString("index_type").toLowerCase(Locale.ROOT),
                row.getInt("non_unique") == 0,
                row.getInt("seq_in_index"),
                row.getString("column_name"),
                "D".equals(row.getString("collation")),
                row.getString("sub_part"));
    }

    private List<Index> indexes(String table, List<Row> rows, List<Constraint> constraints) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        rows.forEach(row ->
                byName.computeIfAbsent(row.index, name -> new ArrayList<>()).add(row));
        byName.values().removeIf(index -> constraints.stream().anyMatch(constraint -> belongsTo(constraint, index)));
        return byName.values().stream().map(index -> index(table, index)).toList();
    }

    /** The index that the database creates for a foreign key has its name and its columns. */
    private static boolean belongsTo(Constraint constraint, List<Row> index) {
        if (constraint instanceof PrimaryKey || !index.get(0).index.equals(constraint.name())) {
            return false;
        }
        boolean plain = index.stream().allMatch(row -> row.length == null && !row.descending && !row.unique);
        return !(constraint instanceof ForeignKey key)
                || (plain && index.stream().map(Row::column).toList().equals(key.columns()));
    }

    private Index index(String table, List<Row> rows) {
        Row first = rows.get(0);
        return new Index(
                new QualifiedName(null, first.index).written(),
                new QualifiedName(schema, table).written(),
                rows.stream().map(row -> key(table, row)).toList(),
                first.unique,
                first.method.equals("btree") ? null : first.method,
                List.of(),
                null,
                false);
    }

    private Index.Key key(String table, Row row) {
        if (row.column == null) {
            String expression = expressions.expression(table, row.index, row.position);
            return new Index.Key(expression, true, null, row.descending, null);
        }
        boolean prefix = row.length != null && !row.method.equals("spatial");
        return new Index.Key(
                prefix ? row.column + "(" + row.length + ")" : row.column, prefix, null, row.descending, null);
    }

    /** One key of an index. */
    private record Row(
            String index,
            String method,
            boolean unique,
            int position,
            @Nullable String column,
            boolean descending,
            @Nullable String length) {}
}
