package dev.headway.internal.database.mysqlfamily;

import dev.headway.internal.database.TableParts;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads tables and views from the information schema. */
public abstract class FamilyCatalog implements LiveSchema, IndexNames {
    private static final String COMMENTS = """
            SELECT t.table_name, t.table_comment
            FROM information_schema.tables t
            WHERE t.table_type = 'BASE TABLE' AND {t.table_schema}
            ORDER BY t.table_name""";

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

    @Override
    public final List<View> views() {
        return FamilyViews.read(handle());
    }

    @Override
    public final boolean hasIndex(String table, String index) {
        QualifiedName parsed = QualifiedName.parse(table);
        return new FamilyScope(handle(), parsed.schema(), parsed.name())
                .byTable(FamilyIndexes.NAMES, (row, context) -> row.getString("index_name")).values().stream()
                        .anyMatch(names -> names.contains(index));
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
