package dev.headway.catalog;

import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Handle handle;

    /** Reads through {@code handle}. */
    public PostgresCatalog(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<String> tables() {
        return comments(new Scope(handle, null, null)).keySet().stream()
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
    public List<String> invalidIndexes() {
        return handle.createQuery(INVALID_INDEXES)
                .map((row, context) -> new QualifiedName(row.getString("schema"), row.getString("relname")).written())
                .list();
    }

    private List<Table> read(@Nullable String schema, @Nullable String table) {
        Scope scope = new Scope(handle, schema, table);
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
