package dev.headway.catalog;

import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a MariaDB or MySQL database has, from its information schema. */
public final class MariaDbCatalog implements LiveSchema {
    /** Picks rows of {@code information_schema.tables t} for a {@link Scope}; ends with a line of its own. */
    static final String IN_SCOPE = """
            t.table_type = 'BASE TABLE'
              AND t.table_schema = coalesce(?, database())
              AND (? IS NULL OR t.table_name = ?)
            """;

    private static final String COMMENTS = """
            SELECT t.table_name, t.table_comment
            FROM information_schema.tables t
            WHERE\s""" + IN_SCOPE + """
            ORDER BY t.table_name""";

    private final Handle handle;
    private final boolean mySql;

    /** Reads through {@code handle}. */
    public MariaDbCatalog(Handle handle, boolean mySql) {
        this.handle = handle;
        this.mySql = mySql;
    }

    @Override
    public List<String> tables() {
        return comments(new Scope(handle, null, null)).keySet().stream()
                .map(name -> new QualifiedName(null, name).written())
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

    private List<Table> read(@Nullable String schema, @Nullable String table) {
        Scope scope = new Scope(handle, schema, table);
        return new TableParts(
                        comments(scope),
                        scope.byTable(MariaDbColumns.SQL, new MariaDbColumns(mySql)),
                        scope.byTable(
                                mySql ? MariaDbConstraints.OF_MYSQL : MariaDbConstraints.OF_MARIADB,
                                new MariaDbConstraints()),
                        scope.byTable(MariaDbIndexes.SQL, new MariaDbIndexes(schema)))
                .tables(name -> new QualifiedName(schema, name).written());
    }

    private static Map<String, List<Optional<String>>> comments(Scope scope) {
        return scope.byTable(
                COMMENTS,
                (row, context) ->
                        Optional.ofNullable(row.getString("table_comment")).filter(comment -> !comment.isEmpty()));
    }
}
