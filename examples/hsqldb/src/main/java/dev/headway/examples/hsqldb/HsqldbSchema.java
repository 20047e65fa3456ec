package dev.headway.examples.hsqldb;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads a schema from HSQLDB's information schema, by the same number of queries for one table and for all. */
final class HsqldbSchema implements LiveSchema {
    private static final String TABLES = """
            SELECT table_name, remarks
            FROM information_schema.system_tables
            WHERE table_type = 'TABLE'
              AND table_schem = ? AND (CAST(? AS varchar(128)) IS NULL OR table_name = ?)
            ORDER BY table_name""";

    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.dtd_identifier, c.is_nullable, c.column_default, c.identity_generation,
                   c.identity_start, c.identity_increment, c.generation_expression, s.remarks
            FROM information_schema.columns c
            JOIN information_schema.system_columns s
              ON s.table_schem = c.table_schema AND s.table_name = c.table_name AND s.column_name = c.column_name
            WHERE c.table_schema = ? AND (CAST(? AS varchar(128)) IS NULL OR c.table_name = ?)
            ORDER BY c.table_name, c.ordinal_position""";

    private static final String INDEXES = """
            SELECT i.table_name, i.index_name, i.non_unique, i.column_name
            FROM information_schema.system_indexinfo i
            WHERE i.table_schem = ? AND (CAST(? AS varchar(128)) IS NULL OR i.table_name = ?)
              AND i.index_name NOT LIKE 'SYS*_%' ESCAPE '*'
              AND NOT EXISTS (
                SELECT 1 FROM information_schema.table_constraints k
                WHERE k.table_schema = i.table_schem AND k.constraint_name = i.index_name)
            ORDER BY i.table_name, i.index_name, i.ordinal_position""";

    private static final String SEQUENCES = """
            SELECT sequence_name, start_with, increment, minimum_value, maximum_value, cycle_option
            FROM information_schema.sequences
            WHERE sequence_schema = ?
            ORDER BY sequence_name""";

    private static final String VIEWS = """
            SELECT table_name, view_definition
            FROM information_schema.views
            WHERE table_schema = ?
            ORDER BY table_name""";

    private final Supplier<Handle> handle;
    private final HsqldbNames names;

    HsqldbSchema(Supplier<Handle> handle, HsqldbNames names) {
        this.handle = handle;
        this.names = names;
    }

    @Override
    public List<String> tables() {
        return byTable(TABLES, current(), null, (row, context) -> "").keySet().stream()
                .map(name -> names.written(null, name))
                .toList();
    }

    @Override
    public Optional<Table> table(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        String schema = parsed.schema();
        return tables(schema == null ? null : names.stored(schema), names.stored(parsed.name())).stream()
                .findFirst();
    }

    @Override
    public List<Table> all() {
        return tables(null, null);
    }

    @Override
    public List<Sequence> sequences() {
        return sequences(null);
    }

    @Override
    public List<View> views() {
        return views(null);
    }

    @Override
    public Schema readWith(List<String> others) {
        Schema schema = read();
        for (String other : others) {
            String stored = names.stored(other);
            if (hasSchema(stored)) {
                schema = schema.and(
                        new Schema(tables(stored, null), sequences(stored), views(stored), List.of(), List.of(other)));
            }
        }
        return schema;
    }

    private boolean hasSchema(String stored) {
        return handle.get()
                .createQuery("SELECT schema_name FROM information_schema.schemata WHERE schema_name = ?")
                .bind(0, stored)
                .mapTo(String.class)
                .findFirst()
                .isPresent();
    }

    private String current() {
        return handle.get()
                .createQuery("VALUES CURRENT_SCHEMA")
                .mapTo(String.class)
                .one();
    }

    private List<Table> tables(@Nullable String otherSchema, @Nullable String table) {
        String schema = otherSchema == null ? current() : otherSchema;
        UnaryOperator<String> expressions = expressions(otherSchema);
        Map<String, List<Optional<String>>> comments = byTable(TABLES, schema, table, (row, context) -> comment(row));
        Map<String, List<Column>> columns = byTable(COLUMNS, schema, table, (row, context) -> column(row, expressions));
        Map<String, List<HsqldbConstraint>> constraints = byTable(
                HsqldbConstraint.SQL, schema, table, (row, context) -> HsqldbConstraint.read(row, names, expressions));
        Map<String, List<IndexKey>> indexes =
                byTable(INDEXES, schema, table, (row, context) -> IndexKey.read(row, names));
        List<Table> tables = new ArrayList<>();
        comments.forEach((name, comment) -> {
            String written = names.written(otherSchema, name);
            tables.add(new Table(
                    written,
                    columns.getOrDefault(name, List.of()),
                    constraints(constraints.getOrDefault(name, List.of())),
                    indexes(written, indexes.getOrDefault(name, List.of())),
                    comment.get(0).orElse(null)));
        });
        return tables;
    }

    /** Returns what expressions of the current schema are without its name; those of other schemas keep theirs. */
    private UnaryOperator<String> expressions(@Nullable String otherSchema) {
        return otherSchema == null ? new HsqldbExpressions(current())::withoutSchema : UnaryOperator.identity();
    }

    /** Returns the rows of a query by their first column, the stored name of a table. */
    private <T> Map<String, List<T>> byTable(String sql, String schema, @Nullable String table, RowMapper<T> mapper) {
        Map<String, List<T>> rows = new LinkedHashMap<>();
        handle.get()
                .createQuery(sql)
                .bind(0, schema)
                .bind(1, table)
                .bind(2, table)
                .map((row, context) -> Map.entry(row.getString(1), mapper.map(row, context)))
                .forEach(row -> rows.computeIfAbsent(row.getKey(), name -> new ArrayList<>())
                        .add(row.getValue()));
        return rows;
    }

    /** A removed comment is an empty one. */
    private static Optional<String> comment(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("remarks")).filter(comment -> !comment.isEmpty());
    }

    private Column column(ResultSet row, UnaryOperator<String> expressions) throws SQLException {
        String defaultValue = row.getString("column_default");
        String identity = row.getString("identity_generation");
        String expression = row.getString("generation_expression");
        return new Column(
                names.written(row.getString("column_name")),
                new ColumnType.Native(row.getString("dtd_identifier")),
                row.getString("is_nullable").equals("YES"),
                defaultValue == null ? null : new DefaultValue.Expression(defaultValue),
                identity == null
                        ? null
                        : new Identity(
                                identity.equals("ALWAYS"),
                                row.getLong("identity_start"),
                                row.getLong("identity_increment")),
                expression == null ? null : new Generated(expressions.apply(expression), true),
                null,
                comment(row).orElse(null));
    }

    private static List<Constraint> constraints(List<HsqldbConstraint> rows) {
        return grouped(rows, HsqldbConstraint::name).values().stream()
                .map(HsqldbConstraint::join)
                .toList();
    }

    /** One row for each column of an index. */
    private record IndexKey(String index, boolean unique, String column) {

        static IndexKey read(ResultSet row, HsqldbNames names) throws SQLException {
            return new IndexKey(
                    names.written(null, row.getString("index_name")),
                    !row.getBoolean("non_unique"),
                    names.written(row.getString("column_name")));
        }
    }

    private static List<Index> indexes(String table, List<IndexKey> rows) {
        return grouped(rows, IndexKey::index).values().stream()
                .map(keys -> new Index(
                        keys.get(0).index(),
                        table,
                        keys.stream().map(key -> Index.Key.column(key.column())).toList(),
                        keys.get(0).unique(),
                        null,
                        List.of(),
                        null,
                        false))
                .toList();
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> name) {
        return rows.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Sequence> sequences(@Nullable String otherSchema) {
        return handle.get()
                .createQuery(SEQUENCES)
                .bind(0, otherSchema == null ? current() : otherSchema)
                .map((row, context) -> new Sequence(
                        names.written(otherSchema, row.getString("sequence_name")),
                        row.getLong("start_with"),
                        row.getLong("increment"),
                        limit(row.getLong("minimum_value")),
                        limit(row.getLong("maximum_value")),
                        row.getString("cycle_option").equals("YES")))
                .list();
    }

    /** Returns null for the limits of the type, which a sequence has unless it specifies others. */
    private static @Nullable Long limit(long value) {
        return value == Long.MIN_VALUE || value == Long.MAX_VALUE ? null : value;
    }

    private List<View> views(@Nullable String otherSchema) {
        UnaryOperator<String> expressions = expressions(otherSchema);
        return handle.get()
                .createQuery(VIEWS)
                .bind(0, otherSchema == null ? current() : otherSchema)
                .map((row, context) -> new View(
                        names.written(otherSchema, row.getString("table_name")),
                        expressions.apply(row.getString("view_definition"))))
                .list();
    }
}
