package dev.headway.testing;

import dev.headway.database.Databases;
import dev.headway.op.Database;
import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * All that is in a database but for what is Headway's own, as values: two are equal if nothing changed between them.
 *
 * @param tables the tables of the current schema
 * @param elsewhere the tables of other schemas
 * @param objects what is there beside tables, by kind
 */
public record Snapshot(List<Table> tables, List<Table> elsewhere, List<Map<String, Object>> objects) {
    private static final String NOT_OURS = " NOT IN ('information_schema', 'INFORMATION_SCHEMA', 'pg_catalog',"
            + " 'pg_toast', 'mysql', 'performance_schema', 'sys', 'SYSTEM_LOBS') ";
    private static final List<String> STANDARD = List.of(
            "SELECT schema_name FROM information_schema.schemata WHERE schema_name" + NOT_OURS + "ORDER BY 1",
            "SELECT table_schema, table_name AS view_name, view_definition FROM information_schema.views"
                    + " WHERE table_schema" + NOT_OURS + "ORDER BY 1, 2",
            "SELECT sequence_schema, sequence_name, start_value, increment, minimum_value, maximum_value, cycle_option"
                    + " FROM information_schema.sequences ORDER BY 1, 2");
    private static final List<String> MARIADB = List.of(
            STANDARD.get(0),
            STANDARD.get(1),
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'SEQUENCE'"
                    + " ORDER BY 1, 2");
    private static final List<String> MYSQL = List.of(
            STANDARD.get(0),
            "SELECT table_schema, table_name AS view_name FROM information_schema.views WHERE table_schema" + NOT_OURS
                    + "ORDER BY 1, 2");
    private static final List<String> SQLITE =
            List.of("SELECT name, replace(sql, '\"', '') AS sql FROM sqlite_master WHERE type IN ('view', 'trigger')"
                    + " ORDER BY name");
    private static final List<String> POSTGRESQL = List.of(
            "SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                    + " ORDER BY t.typname, e.enumsortorder",
            "SELECT extname FROM pg_extension ORDER BY extname");

    private static final Map<Database, List<String>> QUERIES = Map.of(
            Database.POSTGRESQL,
                    Stream.of(STANDARD, POSTGRESQL).flatMap(List::stream).toList(),
            Database.MARIADB, MARIADB,
            Database.MYSQL, MYSQL,
            Database.H2, STANDARD,
            Database.SQLITE, SQLITE);

    private static final Pattern FOREIGN_KEY = Pattern.compile("CONSTRAINT (`.*`) FOREIGN KEY");

    /** Reads what is there now. */
    public static Snapshot of(TestDatabase database) throws SQLException {
        return database.jdbi().withHandle(Snapshot::of);
    }

    private static Snapshot of(Handle handle) throws SQLException {
        Database kind = Databases.detect(handle.getConnection()).dialect().database();
        LiveSchema live = Databases.detect(handle.getConnection()).read(() -> handle);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (String query : queries(kind)) {
            objects.addAll(handle.createQuery(query).mapToMap().list());
        }
        if (kind.equals(Database.MYSQL)) {
            live.tables().stream()
                    .filter(table -> !table.startsWith("headway_"))
                    .forEach(table -> objects.add(definition(handle, table)));
            live.views().forEach(view -> objects.add(definition(handle, view.name())));
        }
        return new Snapshot(
                live.all().stream()
                        .filter(table -> !table.name().startsWith("headway_"))
                        .map(Snapshot::inNoOrder)
                        .toList(),
                namesElsewhere(handle, kind).stream()
                        .map(name -> inNoOrder(live.table(name).orElseThrow()))
                        .toList(),
                objects);
    }

    /** A second opinion, in no order, without the next number of a row. */
    private static Map<String, Object> definition(Handle handle, String table) {
        String name = QualifiedName.parse(table).name().replace("`", "``");
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            ResultSet row = statement.executeQuery("SHOW CREATE TABLE `" + name + "`");
            row.next();
            String definition = row.getString(2).replaceAll(" AUTO_INCREMENT=\\d+| DEFINER=\\S+", "");
            for (Matcher key = FOREIGN_KEY.matcher(definition); key.find(); ) {
                definition = definition.replace(" KEY " + key.group(1) + " (", " KEY of a foreign key (");
            }
            return Map.of(
                    table,
                    row.getMetaData().getColumnName(1)
                            + Stream.of(definition.split(",?\n")).sorted().toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A constraint that was dropped and comes back stands last on some databases, which means nothing. */
    private static Table inNoOrder(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .sorted(Comparator.comparing(Constraint::toString))
                .toList();
        return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment());
    }

    private static List<String> queries(Database kind) {
        return QUERIES.getOrDefault(kind, List.of());
    }

    private static List<String> namesElsewhere(Handle handle, Database kind) {
        if (kind.equals(Database.SQLITE)) {
            return List.of();
        }
        return handle.createQuery("SELECT table_schema, table_name FROM information_schema.tables"
                        + " WHERE table_type = 'BASE TABLE' AND table_schema <> "
                        + (kind.equals(Database.MARIADB) || kind.equals(Database.MYSQL)
                                ? "database()"
                                : "current_schema")
                        + " AND table_schema"
                        + NOT_OURS
                        + "ORDER BY 1, 2")
                .map((row, context) -> new QualifiedName(row.getString(1), row.getString(2)).written())
                .list();
    }
}
