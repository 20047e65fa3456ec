package dev.headway.internal.database.h2;

import dev.headway.internal.database.Scope;
import dev.headway.internal.database.SequenceRow;
import dev.headway.internal.database.TableParts;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What an H2 database has, from its information schema. */
public final class H2Catalog implements LiveSchema {
    /** Picks rows of {@code information_schema.tables t} for a {@link Scope}; ends with a line of its own. */
    static final String IN_SCOPE = """
            t.table_type = 'BASE TABLE'
              AND t.table_schema = coalesce(CAST(? AS varchar), current_schema)
              AND (CAST(? AS varchar) IS NULL OR t.table_name = ?)
            """;

    private static final String COMMENTS = """
            SELECT t.table_name, t.remarks
            FROM information_schema.tables t
            WHERE\s""" + IN_SCOPE + """
            ORDER BY t.table_name""";

    private static final String SEQUENCES = """
            SELECT sequence_name AS name,
                   start_value,
                   "INCREMENT" AS increment,
                   CASE WHEN "INCREMENT" > 0 AND minimum_value = LEAST(1, start_value) THEN NULL
                        WHEN "INCREMENT" < 0 AND minimum_value = -9223372036854775808 THEN NULL
                        ELSE minimum_value END AS minimum,
                   CASE WHEN "INCREMENT" > 0 AND maximum_value = 9223372036854775807 THEN NULL
                        WHEN "INCREMENT" < 0 AND maximum_value = GREATEST(-1, start_value) THEN NULL
                        ELSE maximum_value END AS maximum,
                   cycle_option = 'YES' AS cycle
            FROM information_schema.sequences
            WHERE sequence_schema = coalesce(CAST(? AS varchar), current_schema)
            ORDER BY sequence_name""";

    private static final String VIEWS = """
            SELECT table_name, view_definition
            FROM information_schema.views
            WHERE table_schema = coalesce(CAST(? AS varchar), current_schema)
            ORDER BY table_name""";

    private final Supplier<Handle> handle;
    private final H2Names names;

    /**
     * Reads through what {@code handle} gives, once there is a question. A name that is {@code plain} reads back as it is
     * though it is not quoted.
     */
    public H2Catalog(Supplier<Handle> handle, Predicate<String> plain) {
        this.handle = handle;
        this.names = new H2Names(plain);
    }

    @Override
    public List<String> tables() {
        return comments(new Scope(handle.get(), null, null)).keySet().stream()
                .map(name -> names.written(null, name))
                .toList();
    }

    @Override
    public Optional<Table> table(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        return read(names.stored(parsed.schema()), names.stored(parsed.name())).stream()
                .findFirst();
    }

    /** Finds a column under every name by which H2 would find it. */
    @Override
    public boolean hasColumn(String table, String column) {
        String stored = Objects.requireNonNull(names.stored(column));
        return table(table)
                .flatMap(found -> found.column(names.readBack(stored)))
                .isPresent();
    }

    @Override
    public List<Table> all() {
        return read(null, null);
    }

    @Override
    public List<Sequence> sequences() {
        return sequences(null);
    }

    private List<Sequence> sequences(@Nullable String schema) {
        return handle.get()
                .createQuery(SEQUENCES)
                .bind(0, schema)
                .map(new SequenceRow(name -> names.written(schema, name)))
                .list();
    }

    @Override
    public List<View> views() {
        return views(null);
    }

    @Override
    public Schema readWith(List<String> others) {
        List<String> there = handle.get()
                .createQuery("SELECT schema_name FROM information_schema.schemata")
                .mapTo(String.class)
                .list();
        return others.stream()
                .map(names::stored)
                .filter(there::contains)
                .map(other -> new Schema(
                        read(other, null), sequences(other), views(other), List.of(), List.of(names.readBack(other))))
                .reduce(read(), Schema::and);
    }

    /** H2 names the schema of each table, where a view of the schema may well leave it out. */
    private List<View> views(@Nullable String schema) {
        String prefix = '"'
                + handle.get()
                        .createQuery("SELECT current_schema")
                        .mapTo(String.class)
                        .one()
                        .replace("\"", "\"\"") + "\".";
        return handle.get()
                .createQuery(VIEWS)
                .bind(0, schema)
                .map((row, context) -> new View(
                        names.written(schema, row.getString("table_name")),
                        row.getString("view_definition").replace(prefix, "")))
                .list();
    }

    private List<Table> read(@Nullable String schema, @Nullable String table) {
        Scope scope = new Scope(handle.get(), schema, table);
        return new TableParts(
                        comments(scope),
                        scope.byTable(H2Columns.SQL, new H2Columns(names)),
                        scope.byTable(H2Constraints.SQL, new H2Constraints(names)),
                        scope.byTable(H2Indexes.SQL, new H2Indexes(names, schema)))
                .tables(name -> names.written(schema, name));
    }

    private static Map<String, List<Optional<String>>> comments(Scope scope) {
        return scope.byTable(COMMENTS, (row, context) -> Optional.ofNullable(row.getString("remarks")));
    }
}
