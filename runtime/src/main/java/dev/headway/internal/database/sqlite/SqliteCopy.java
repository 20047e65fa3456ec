package dev.headway.internal.database.sqlite;

import dev.headway.database.SqlStatement;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes a table in ways that SQLite has no statement for: a new one is made, the rows are copied, and it takes the place
 * of the old one. See <em>Making Other Kinds Of Table Schema Changes</em> in SQLite's page on {@code ALTER TABLE}.
 *
 * <p>The new table is the text of the old one with only the changes in it, so that nothing is lost that Headway does not
 * model. {@code legacy_alter_table} keeps SQLite from looking at views and triggers, which name a table that is not there
 * at that moment.
 */
final class SqliteCopy {
    private static final String TEMPORARY = "headway_new_";

    private final SqliteDialect dialect;
    private final String table;
    private final SqliteRenames renames;
    private final List<UnaryOperator<SqliteTable>> edits = new ArrayList<>();
    private final Map<String, String> expressions = new HashMap<>();
    private final SqliteDropped dropped = new SqliteDropped();

    SqliteCopy(SqliteDialect dialect, String table, List<TableChange> changes) {
        this.dialect = dialect;
        this.table = table;
        this.renames = new SqliteRenames(dialect, changes);
        for (TableChange change : renames.others()) {
            edits.add(new SqliteEdits(dialect).of(change));
            if (change instanceof AlterColumn alter && alter.using() != null) {
                expressions.put(alter.column().toLowerCase(Locale.ROOT), alter.using());
            } else if (change instanceof DropColumn drop) {
                dropped.add(drop.name());
            }
        }
    }

    /** Returns a table as SQLite keeps it now. */
    static SqliteStored stored(String table, LiveSchema live) {
        return catalog(table, live)
                .stored(table)
                .orElseThrow(() -> new IllegalStateException("There is no table '" + table + "'"));
    }

    /** Any other schema that can be asked is not SQLite's. */
    static SqliteCatalog catalog(String table, LiveSchema live) {
        if (live instanceof SqliteCatalog catalog) {
            return catalog;
        }
        throw new IllegalStateException("No schema of SQLite has " + live.table(table));
    }

    List<SqlStatement> statements(LiveSchema live) {
        SqliteStored stored = stored(table, live);
        SqliteCatalog catalog = catalog(table, live);
        requireSafe(catalog);
        SqliteTable changed = stored.table();
        for (UnaryOperator<SqliteTable> edit : edits) {
            changed = edit.apply(changed);
        }
        boolean legacy = catalog.isOn("legacy_alter_table");
        List<String> sql = new ArrayList<>();
        sql.add(changed.createAs(in(temporary())));
        sql.add(copy(stored.table(), changed));
        if (changed.isAutoincrement() && stored.table().isAutoincrement()) {
            sql.addAll(keepSequence(stored.table().name()));
        }
        sql.add("DROP TABLE " + in(quoted(stored.table().name())));
        if (!legacy) {
            sql.add("PRAGMA legacy_alter_table = ON");
        }
        sql.add("ALTER TABLE " + in(temporary()) + " RENAME TO "
                + quoted(stored.table().name()));
        if (!legacy) {
            sql.add("PRAGMA legacy_alter_table = OFF");
        }
        dropped.leave(stored).forEach(object -> sql.add(created(object)));
        sql.addAll(renames.statements("ALTER TABLE " + in(quoted(stored.table().name()))));
        if (!dropped.isEmpty()) {
            stored.views().forEach(view -> sql.add("SELECT * FROM " + in(quoted(view.name())) + " LIMIT 0"));
        }
        return sql.stream().map(SqlStatement::of).toList();
    }

    private void requireSafe(SqliteCatalog catalog) {
        String how = "SQLite makes this change by copying table '" + table + "', and ";
        String advice = " Nothing was done to the table. Give the change a revision of its own";
        if (!catalog.isInTransaction()) {
            throw new IllegalStateException(
                    how + "that must be done whole or not at all, but this revision runs outside a" + " transaction."
                            + advice);
        } else if (catalog.isOn("foreign_keys")) {
            throw new IllegalStateException(how
                    + "foreign keys must be off for that, or rows that point at it would be deleted. They cannot be"
                    + " switched off inside a transaction, and since the migration asks for handle() or inspect(),"
                    + " Headway could not see it coming."
                    + advice + " that does not ask");
        }
    }

    private String copy(SqliteTable before, SqliteTable after) {
        Set<String> kept = dropped.lowerCase(after.storedColumns());
        List<String> columns = before.storedColumns().stream()
                .filter(column -> !dropped.contains(column) && kept.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
        List<String> values = columns.stream()
                .map(column -> expressions.getOrDefault(column.toLowerCase(Locale.ROOT), dialect.quote(column)))
                .toList();
        return "INSERT INTO " + in(temporary()) + " " + dialect.definitions().columnList(columns) + "\n  SELECT "
                + String.join(", ", values) + " FROM " + in(quoted(before.name()));
    }

    /** A new table would count on from the highest number in it, though rows with higher ones were deleted. */
    private List<String> keepSequence(String name) {
        String sequence = in("sqlite_sequence");
        String temporary = dialect.literal(TEMPORARY + name());
        return List.of(
                "DELETE FROM " + sequence + " WHERE name = " + temporary,
                "INSERT INTO " + sequence + " (name, seq) SELECT " + temporary + ", seq FROM " + sequence
                        + " WHERE name = " + dialect.literal(name));
    }

    private String created(SqliteObject object) {
        String schema = QualifiedName.parse(table).schema();
        return schema == null ? object.sql() : object.sqlIn(dialect.quote(schema));
    }

    private String name() {
        return QualifiedName.parse(table).name();
    }

    private String temporary() {
        return quoted(TEMPORARY + name());
    }

    private String quoted(String name) {
        return dialect.quote(name);
    }

    private String in(String quotedName) {
        String schema = QualifiedName.parse(table).schema();
        return schema == null ? quotedName : dialect.quote(schema) + "." + quotedName;
    }
}
