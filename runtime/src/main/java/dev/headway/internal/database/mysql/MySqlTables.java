package dev.headway.internal.database.mysql;

import dev.headway.error.DatabaseAccessException;
import dev.headway.internal.database.mysqlfamily.FamilyCatalog.TableReader;
import dev.headway.internal.database.mysqlfamily.FamilyScope;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns and checks of MySQL's tables. The information schema is read for all tables at once. It omits defaults of
 * texts, escapes expressions, and prints the default of a timestamp in the time zone of another session: tables with these are
 * read by {@code SHOW CREATE TABLE} as well, one query for each.
 */
final class MySqlTables implements TableReader {
    private static final String COLUMNS = """
            SELECT c.table_name,
                   c.column_name,
                   c.column_type,
                   c.data_type,
                   c.is_nullable = 'YES' AS nullable,
                   c.column_default,
                   c.extra,
                   CASE WHEN c.collation_name <> t.table_collation THEN c.collation_name END AS collation,
                   c.column_comment,
                   c.srs_id IS NOT NULL
                       OR (c.data_type = 'timestamp' AND c.column_default NOT LIKE 'CURRENT_TIMESTAMP%')
                       OR (c.extra LIKE '%GENERATED%'
                           AND coalesce(c.column_default, '') NOT LIKE 'CURRENT_TIMESTAMP%')
                       OR c.extra NOT REGEXP
                           '^(auto_increment|DEFAULT_GENERATED| ?on update CURRENT_TIMESTAMP([(][0-6][)])?)*$'
                       AS incomplete
            FROM information_schema.columns c
            JOIN (SELECT t.table_name, t.table_collation
                  FROM information_schema.tables t
                  WHERE {t.table_schema} AND t.table_type = 'BASE TABLE') t
              ON t.table_name = c.table_name
            WHERE {c.table_schema}
            ORDER BY c.table_name, c.ordinal_position""";

    private static final String CHECKED = """
            SELECT DISTINCT k.table_name
            FROM information_schema.table_constraints k
            WHERE {k.table_schema} AND k.constraint_type = 'CHECK'""";

    private final FamilyScope scope;
    private final Map<String, TableDefinition> definitions = new HashMap<>();

    MySqlTables(FamilyScope scope) {
        this.scope = scope;
    }

    @Override
    public Map<String, List<Column>> columns() {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        scope.byTable(COLUMNS, MySqlTables::row)
                .forEach((table, rows) -> columns.put(
                        table, rows.stream().map(row -> column(table, row)).toList()));
        return columns;
    }

    @Override
    public Map<String, List<Constraint>> checks() {
        Map<String, List<Constraint>> checks = new LinkedHashMap<>();
        scope.byTable(CHECKED, (row, context) -> row.getString(1))
                .keySet()
                .forEach(
                        table -> checks.put(table, List.copyOf(definition(table).checks())));
        return checks;
    }

    @Override
    public String expression(String table, String index, int position) {
        return definition(table).expression(index, position);
    }

    private TableDefinition definition(String table) {
        return definitions.computeIfAbsent(
                table, name -> TableDefinition.parse(query("SHOW CREATE TABLE " + qualified(name), "Create Table")));
    }

    /** Passes JDBI by, which would look for parameters in names. */
    private String query(String sql, String column) {
        try (Statement statement = scope.handle().getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(column);
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot read the definition of a table by " + sql, e);
        }
    }

    private String qualified(String table) {
        return (scope.schema() == null ? "" : quoted(scope.schema()) + ".") + quoted(table);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("column_name"),
                row.getString("column_type"),
                row.getString("data_type"),
                row.getBoolean("nullable"),
                row.getString("column_default"),
                row.getString("extra"),
                row.getString("collation"),
                row.getString("column_comment"),
                row.getBoolean("incomplete"));
    }

    private Column column(String table, Row row) {
        ColumnDefinition definition = row.incomplete || scope.table() != null
                ? definition(table).column(row.name).orElseThrow()
                : new ColumnDefinition("", row.defaultSql(), null);
        boolean numbered = row.extra.contains("auto_increment");
        String sql = row.hasBytes() ? bytes(table, row.name) : definition.defaultValue();
        String generated = definition.generated();
        return new Column(
                row.name,
                new ColumnType.Native(row.type + definition.attributes()),
                row.nullable,
                sql == null || sql.equals("NULL") ? null : new DefaultValue.Expression(sql),
                numbered ? Identity.BY_DEFAULT : null,
                generated == null ? null : new Generated(generated, row.extra.contains("STORED")),
                row.collation,
                row.comment.isEmpty() ? null : row.comment);
    }

    /** A row that an outer join adds has the defaults; the definition and the information schema alter or truncate bytes. */
    private String bytes(String table, String column) {
        String sql = "SELECT hex(default(t." + quoted(column) + ")) AS hex FROM (SELECT 1) one LEFT JOIN "
                + qualified(table) + " t ON FALSE";
        return "X'" + query(sql, "hex") + "'";
    }

    /** A column in the information schema. */
    private record Row(
            String name,
            String type,
            String dataType,
            boolean nullable,
            @Nullable String defaultValue,
            String extra,
            @Nullable String collation,
            String comment,
            boolean incomplete) {

        boolean hasBytes() {
            return defaultValue != null && dataType.endsWith("binary") && !extra.contains("DEFAULT_GENERATED");
        }

        /** Returns the default as {@code SHOW CREATE TABLE} prints it. */
        @Nullable
        String defaultSql() {
            String value = defaultValue == null || extra.contains("DEFAULT_GENERATED") || dataType.equals("bit")
                    ? defaultValue
                    : "'" + escaped(defaultValue) + "'";
            int onUpdate = extra.indexOf("on update ");
            return onUpdate < 0 ? value : (value == null ? "NULL" : value) + " " + extra.substring(onUpdate);
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\")
                    .replace("'", "''")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r")
                    .replace("\0", "\\0");
        }
    }
}
