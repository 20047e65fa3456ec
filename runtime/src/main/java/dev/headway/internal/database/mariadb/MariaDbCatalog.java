package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.SequenceRow;
import dev.headway.internal.database.TableParts;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/** What a MariaDB or MySQL database has, from its information schema. */
public final class MariaDbCatalog implements LiveSchema {
    private static final String COMMENTS = """
            SELECT t.table_name, t.table_comment
            FROM information_schema.tables t
            WHERE t.table_type = 'BASE TABLE' AND {t.table_schema}
            ORDER BY t.table_name""";

    private static final String SEQUENCES = """
            SELECT t.table_name
            FROM information_schema.tables t
            WHERE t.table_type = 'SEQUENCE' AND t.table_schema = database()
            ORDER BY t.table_name""";

    /** What one sequence is like, which only the sequence itself tells. */
    private static final String SEQUENCE = """
            SELECT %s AS name,
                   start_value,
                   increment,
                   CASE WHEN increment > 0 AND minimum_value = 1 THEN NULL
                        WHEN increment < 0 AND minimum_value = -9223372036854775807 THEN NULL
                        ELSE minimum_value END AS minimum,
                   CASE WHEN increment > 0 AND maximum_value = 9223372036854775806 THEN NULL
                        WHEN increment < 0 AND maximum_value = -1 THEN NULL
                        ELSE maximum_value END AS maximum,
                   cycle_option AS cycle
            FROM %s
            """;

    private static final String VIEWS = """
            SELECT table_name, view_definition
            FROM information_schema.views
            WHERE table_schema = database()
            ORDER BY table_name""";

    private final Supplier<Handle> handle;
    private final boolean mySql;

    /** Reads through what {@code handle} gives, once there is a question. */
    public MariaDbCatalog(Supplier<Handle> handle, boolean mySql) {
        this.handle = handle;
        this.mySql = mySql;
    }

    @Override
    public List<String> tables() {
        return comments(new MariaDbScope(handle.get(), null, null)).keySet().stream()
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

    @Override
    public List<Sequence> sequences() {
        String all = handle.get().createQuery(SEQUENCES).mapTo(String.class).stream()
                .map(name -> SEQUENCE.formatted(
                        "'" + name.replace("\\", "\\\\").replace("'", "''") + "'", "`" + name.replace("`", "``") + "`"))
                .collect(Collectors.joining("UNION ALL\n"));
        if (all.isEmpty()) {
            return List.of();
        }
        try (Query query = handle.get().createQuery(all).setTemplateEngine(TemplateEngine.NOP)) {
            return query.map(new SequenceRow(QualifiedName::literally)).list();
        }
    }

    /** The definitions name the schema of each table, where a view of the schema may well leave it out. */
    @Override
    public List<View> views() {
        String prefix = "`"
                + handle.get()
                        .createQuery("SELECT database()")
                        .mapTo(String.class)
                        .one()
                        .replace("`", "``") + "`.";
        return handle.get()
                .createQuery(VIEWS)
                .map((row, context) -> new View(
                        QualifiedName.literally(row.getString("table_name")),
                        row.getString("view_definition").replace(prefix, "")))
                .list();
    }

    private List<Table> read(@Nullable String schema, @Nullable String table) {
        MariaDbScope scope = new MariaDbScope(handle.get(), schema, table);
        return new TableParts(
                        comments(scope),
                        scope.byTable(
                                mySql ? MariaDbColumns.OF_MYSQL : MariaDbColumns.OF_MARIADB, new MariaDbColumns(mySql)),
                        scope.byTable(
                                mySql ? MariaDbConstraints.OF_MYSQL : MariaDbConstraints.OF_MARIADB,
                                new MariaDbConstraints()),
                        scope.byTable(MariaDbIndexes.SQL, new MariaDbIndexes(schema)))
                .tables(name -> new QualifiedName(schema, name).written());
    }

    private static Map<String, List<Optional<String>>> comments(MariaDbScope scope) {
        return scope.byTable(
                COMMENTS,
                (row, context) ->
                        Optional.ofNullable(row.getString("table_comment")).filter(comment -> !comment.isEmpty()));
    }
}
