package dev.headway.internal.database.mysqlfamily;

import dev.headway.error.DatabaseAccessException;
import dev.headway.internal.database.TableParts;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads tables and views from the information schema. */
public abstract class FamilyCatalog implements LiveSchema {
    private static final String COMMENTS = """
            SELECT t.table_name, t.table_comment
            FROM information_schema.tables t
            WHERE t.table_type = 'BASE TABLE' AND {t.table_schema}
            ORDER BY t.table_name""";

    private static final String VIEWS = """
            SELECT table_name, view_definition
            FROM information_schema.views
            WHERE table_schema = database()
            ORDER BY table_name""";

    private final Supplier<Handle> handle;

    /** Reads through the handle that {@code handle} supplies, which is asked for it before the first query. */
    protected FamilyCatalog(Supplier<Handle> handle) {
        this.handle = handle;
    }

    /** Returns the handle to read through. */
    protected final Handle handle() {
        return handle.get();
    }

    /** Returns a reader of the columns and the checks of tables, and of the expressions in their indexes. */
    protected abstract TableReader reader(FamilyScope scope);

    /** Reads the parts of tables that MariaDB and MySQL describe differently. */
    public interface TableReader extends FamilyIndexes.Expressions {
        /** Returns the columns of each table, in order. */
        Map<String, List<Column>> columns();

        /** Returns the checks of each table. */
        Map<String, List<Constraint>> checks();
    }

    @Override
    public final List<String> tables() {
        return comments(new FamilyScope(handle(), null, null)).keySet().stream()
                .map(name -> new QualifiedName(null, name).written())
                .toList();
    }

    @Override
    public final Optional<Table> table(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        return read(parsed.schema(), parsed.name()).stream().findFirst();
    }

    @Override
    public final List<Table> all() {
        return read(null, null);
    }

    @Override
    public List<Sequence> sequences() {
        return List.of();
    }

    /** The definitions qualify each table with its schema, even if the view didn't. */
    @Override
    public final List<View> views() {
        String prefix = "`"
                + handle().createQuery("SELECT database()")
                        .mapTo(String.class)
                        .one()
                        .replace("`", "``") + "`.";
        List<View> views = handle().createQuery(VIEWS)
                .map((row, context) -> new View(
                        QualifiedName.literally(row.getString("table_name")),
                        row.getString("view_definition").replace(prefix, "")))
                .list();
        views.stream().filter(view -> view.query().isEmpty()).forEach(this::requireDefinition);
        return views;
    }

    /** The information schema shows an empty definition to users without a privilege; the statement reports why. */
    private void requireDefinition(View view) {
        String name = QualifiedName.parse(view.name()).name();
        try (Statement statement = handle().getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SHOW CREATE VIEW `" + name.replace("`", "``") + "`");
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot read the definition of view '" + name + "'. Only its definer and users with the privilege"
                            + " SHOW VIEW can: GRANT SHOW VIEW ON the schema to this user",
                    e);
        }
    }

    private List<Table> read(@Nullable String schema, @Nullable String table) {
        FamilyScope scope = new FamilyScope(handle(), schema, table);
        TableReader reader = reader(scope);
        Map<String, List<Constraint>> constraints = FamilyConstraints.read(scope);
        return new TableParts(
                        comments(scope),
                        reader.columns(),
                        joined(constraints, reader.checks()),
                        FamilyIndexes.read(scope, constraints, reader))
                .tables(name -> new QualifiedName(schema, name).written());
    }

    private static Map<String, List<Constraint>> joined(
            Map<String, List<Constraint>> constraints, Map<String, List<Constraint>> checks) {
        Map<String, List<Constraint>> joined = new LinkedHashMap<>();
        constraints.forEach((table, found) -> joined.put(table, new ArrayList<>(found)));
        checks.forEach((table, found) ->
                joined.computeIfAbsent(table, name -> new ArrayList<>()).addAll(found));
        return joined;
    }

    private static Map<String, List<Optional<String>>> comments(FamilyScope scope) {
        return scope.byTable(
                COMMENTS,
                (row, context) ->
                        Optional.ofNullable(row.getString("table_comment")).filter(comment -> !comment.isEmpty()));
    }
}
