package dev.headway.internal.database.sqlite;

import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What a SQLite database has. SQLite keeps the SQL that made its tables, and more is in it than in its pragmas: names of
 * constraints, and checks. A name may be qualified by an attached database.
 */
public final class SqliteCatalog implements LiveSchema {
    private static final String OBJECTS =
            " WHERE sql IS NOT NULL AND (tbl_name = ? COLLATE NOCASE OR type = 'view') ORDER BY rowid";

    private final Supplier<Handle> handle;

    /** Reads through what {@code handle} gives, once there is a question. */
    public SqliteCatalog(Supplier<Handle> handle) {
        this.handle = handle;
    }

    private Connection connection() {
        return handle.get().getConnection();
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection()
                        .prepareStatement("SELECT name FROM main.sqlite_master WHERE type = 'table'"
                                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(QualifiedName.literally(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return tables;
    }

    @Override
    public Optional<Table> table(String name) {
        return stored(name).map(stored -> new SqliteTableReader(this::stored, name, stored).read());
    }

    @Override
    public List<Table> all() {
        Map<String, SqliteTable> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, List<SqliteObject>> indexes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        eachObject(
                "type IN ('table', 'index') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                (table, object) -> {
                    if (object.name().equals(table)) {
                        tables.put(table, SqliteTable.of(table, object.sql()));
                    } else {
                        indexes.computeIfAbsent(table, name -> new ArrayList<>())
                                .add(object);
                    }
                });
        Map<String, SqliteStored> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tables.forEach((name, table) ->
                all.put(name, new SqliteStored(table, indexes.getOrDefault(name, List.of()), List.of(), List.of())));
        List<Table> read = new ArrayList<>();
        all.forEach((name, stored) -> read.add(new SqliteTableReader(
                        other -> Optional.ofNullable(
                                all.get(QualifiedName.parse(other).name())),
                        QualifiedName.literally(name),
                        stored)
                .read()));
        return read;
    }

    /** There are none. */
    @Override
    public List<Sequence> sequences() {
        return List.of();
    }

    @Override
    public List<View> views() {
        List<View> views = new ArrayList<>();
        eachObject("type = 'view'", (table, view) -> views.add(view.asView()));
        return views;
    }

    /** Goes through what {@code condition} finds, by name, each with the table that it is or belongs to. */
    private void eachObject(String condition, BiConsumer<String, SqliteObject> object) {
        try (PreparedStatement statement = connection()
                        .prepareStatement("SELECT tbl_name, name, sql FROM main.sqlite_master"
                                + " WHERE sql IS NOT NULL AND " + condition + " ORDER BY name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                object.accept(rows.getString(1), new SqliteObject(rows.getString(2), rows.getString(3)));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Returns a table as SQLite keeps it. */
    public Optional<SqliteStored> stored(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        String schema = parsed.schema() == null ? "main" : parsed.schema();
        List<SqliteObject> indexes = new ArrayList<>();
        List<SqliteObject> triggers = new ArrayList<>();
        List<SqliteObject> views = new ArrayList<>();
        SqliteObject table = null;
        try (PreparedStatement statement = connection()
                .prepareStatement("SELECT type, name, sql FROM \"" + schema.replace("\"", "\"\"") + "\".sqlite_master"
                        + OBJECTS)) {
            statement.setString(1, parsed.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    SqliteObject object = new SqliteObject(rows.getString(2), rows.getString(3));
                    switch (rows.getString(1)) {
                        case "table" -> table = object;
                        case "index" -> indexes.add(object);
                        case "trigger" -> triggers.add(object);
                        default -> views.add(object);
                    }
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        if (table == null) {
            return Optional.empty();
        }
        views.removeIf(view -> !view.names(parsed.name()));
        return Optional.of(new SqliteStored(SqliteTable.of(table.name(), table.sql()), indexes, triggers, views));
    }

    /** Returns where an index is: SQLite finds it without its table. */
    public Optional<SqliteObject> index(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        String schema = parsed.schema() == null ? "main" : parsed.schema();
        try (PreparedStatement statement = connection()
                .prepareStatement("SELECT name, sql FROM \"" + schema.replace("\"", "\"\"") + "\".sqlite_master"
                        + " WHERE type = 'index' AND sql IS NOT NULL AND name = ? COLLATE NOCASE")) {
            statement.setString(1, parsed.name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new SqliteObject(rows.getString(1), rows.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Returns whether a transaction is open. */
    public boolean isInTransaction() {
        try {
            return !connection().getAutoCommit();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Returns whether a setting of the connection is on. */
    public boolean isOn(String pragma) {
        try (PreparedStatement statement = connection().prepareStatement("PRAGMA " + pragma);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("Cannot read what SQLite has", e);
    }
}
