package dev.headway.internal.database.postgresql;

import dev.headway.internal.database.Scope;
import dev.headway.internal.database.SequenceRow;
import dev.headway.internal.database.TableParts;
import dev.headway.internal.database.Texts;
import dev.headway.schema.EnumType;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Schema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a PostgreSQL database has, from its system catalogs. */
public final class PostgresCatalog implements LiveSchema {
    /** Picks rows of {@code pg_class c} and {@code pg_namespace n} for a {@link Scope}; ends with a line of its own. */
    static final String IN_SCOPE = """
            c.relkind IN ('r', 'p')
              AND n.nspname = coalesce(CAST(? AS text), current_schema())
              AND (CAST(? AS text) IS NULL OR c.relname = ?)
            """;

    private static final String COMMENTS = """
            SELECT c.relname, obj_description(c.oid, 'pg_class') AS comment
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE\s""" + IN_SCOPE + """
            ORDER BY c.relname""";

    private static final String INVALID_INDEXES = """
            SELECT nullif(n.nspname, current_schema()) AS schema, c.relname
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid
              AND c.relkind = 'i'
              AND n.nspname NOT LIKE 'pg\\_%'
            ORDER BY 1, 2""";

    private static final String SEQUENCES = """
            SELECT c.relname AS name,
                   s.seqstart AS start_value,
                   s.seqincrement AS increment,
                   CASE WHEN s.seqincrement > 0 AND s.seqmin = 1 THEN NULL
                        WHEN s.seqincrement < 0 AND s.seqmin = -9223372036854775808 THEN NULL
                        ELSE s.seqmin END AS minimum,
                   CASE WHEN s.seqincrement > 0 AND s.seqmax = 9223372036854775807 THEN NULL
                        WHEN s.seqincrement < 0 AND s.seqmax = -1 THEN NULL
                        ELSE s.seqmax END AS maximum,
                   s.seqcycle AS cycle
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = coalesce(CAST(? AS text), current_schema())
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid
                                AND d.deptype IN ('i', 'e'))
            ORDER BY c.relname""";

    private static final String VIEWS = """
            SELECT c.relname AS name, pg_get_viewdef(c.oid) AS query
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = coalesce(CAST(? AS text), current_schema())
              AND c.relkind = 'v'
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY c.relname""";

    private static final String ENUMS = """
            SELECT t.typname AS name,
                   ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE n.nspname = coalesce(CAST(? AS text), current_schema())
              AND t.typtype = 'e'
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = CAST('pg_type' AS regclass) AND d.objid = t.oid AND d.deptype = 'e')
            ORDER BY t.typname""";

    private final Supplier<Handle> handle;

    /** Reads through what {@code handle} gives, once there is a question. */
    public PostgresCatalog(Supplier<Handle> handle) {
        this.handle = handle;
    }

    @Override
    public List<String> tables() {
        return comments(new Scope(handle.get(), null, null)).keySet().stream()
                .map(QualifiedName::literally)
                .toList();
    }

    @Override
    public Optional<Table> table(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        return read(parsed.schema(), parsed.name()).stream().findFirst();
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
                .map(new SequenceRow(name -> new QualifiedName(schema, name).written()))
                .list();
    }

    @Override
    public List<View> views() {
        return views(null);
    }

    private List<View> views(@Nullable String schema) {
        return handle.get()
                .createQuery(VIEWS)
                .bind(0, schema)
                .map((row, context) -> new View(
                        new QualifiedName(schema, row.getString("name")).written(),
                        row.getString("query").strip().replaceFirst(";$", "")))
                .list();
    }

    @Override
    public List<EnumType> enums() {
        return enums(null);
    }

    private List<EnumType> enums(@Nullable String schema) {
        return handle.get()
                .createQuery(ENUMS)
                .bind(0, schema)
                .map((row, context) -> new EnumType(
                        new QualifiedName(schema, row.getString("name")).written(), Texts.of(row, "labels")))
                .list();
    }

    @Override
    public Schema readWith(List<String> others) {
        List<String> there = handle.get()
                .createQuery("SELECT nspname FROM pg_namespace")
                .mapTo(String.class)
                .list();
        return others.stream()
                .filter(there::contains)
                .map(other ->
                        new Schema(read(other, null), sequences(other), views(other), enums(other), List.of(other)))
                .reduce(read(), Schema::and);
    }

    @Override
    public List<String> invalidIndexes() {
        return handle.get()
                .createQuery(INVALID_INDEXES)
                .map((row, context) -> new QualifiedName(row.getString("schema"), row.getString("relname")).written())
                .list();
    }

    private List<Table> read(@Nullable String schema, @Nullable String table) {
        Scope scope = new Scope(handle.get(), schema, table);
        return new TableParts(
                        comments(scope),
                        scope.byTable(PostgresColumns.SQL, new PostgresColumns()),
                        scope.byTable(PostgresConstraints.SQL, new PostgresConstraints()),
                        scope.byTable(PostgresIndexes.SQL, new PostgresIndexes(schema)))
                .tables(name -> new QualifiedName(schema, name).written());
    }

    private static Map<String, List<Optional<String>>> comments(Scope scope) {
        return scope.byTable(COMMENTS, (row, context) -> Optional.ofNullable(row.getString("comment")));
    }
}
