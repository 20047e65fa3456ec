package dev.headway.internal.database.sqlite;

import dev.headway.database.StepSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Switches foreign keys off for a step that may copy a table, since {@code DROP TABLE} would delete rows that point at it,
 * and SQLite switches them outside transactions only. Since nothing is enforced then, everything is checked at the end.
 */
final class SqliteSession implements StepSession {
    private static final int SHOWN = 5;

    private final Connection connection;
    private final boolean switchedOff;
    private final int legacyAlterTable;
    private final int busyTimeout;

    private SqliteSession(Connection connection, boolean switchedOff, int legacyAlterTable, int busyTimeout) {
        this.connection = connection;
        this.switchedOff = switchedOff;
        this.legacyAlterTable = legacyAlterTable;
        this.busyTimeout = busyTimeout;
    }

    static SqliteSession open(Connection connection, boolean mayCopy) throws SQLException {
        boolean switchOff = mayCopy && SqlitePragma.read(connection, "foreign_keys") != 0;
        if (switchOff) {
            SqlitePragma.set(connection, "foreign_keys", 0);
        }
        return new SqliteSession(
                connection,
                switchOff,
                SqlitePragma.read(connection, "legacy_alter_table"),
                SqlitePragma.read(connection, "busy_timeout"));
    }

    /**
     * Takes SQLite's lock for writers at once. A transaction that reads first and then wants to write is refused without
     * waiting if another process writes meanwhile.
     */
    @Override
    public void begun() throws SQLException {
        if (!connection.getAutoCommit()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM main.headway_revision WHERE 0");
            }
        }
    }

    @Override
    public void beforeCommit() throws SQLException {
        if (!switchedOff) {
            return;
        }
        int count = 0;
        List<String> shown = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                count++;
                if (shown.size() < SHOWN) {
                    String rowid = rows.getString(2);
                    shown.add(rows.getString(1) + (rowid == null ? "" : " (row " + rowid + ")") + " -> "
                            + rows.getString(3));
                }
            }
        }
        if (count > 0) {
            throw new IllegalStateException("At its end " + count + " row(s) point at rows that are not there: "
                    + String.join(", ", shown) + (count > SHOWN ? ", …" : "")
                    + ". Foreign keys are off in a step that changes tables by copying them, so nothing is cascaded"
                    + " there. Fix these rows first, or change rows in a revision of its own");
        }
    }

    @Override
    public void close() throws SQLException {
        SqlitePragma.set(connection, "busy_timeout", busyTimeout);
        SqlitePragma.set(connection, "legacy_alter_table", legacyAlterTable);
        if (switchedOff) {
            SqlitePragma.set(connection, "foreign_keys", 1);
        }
    }
}
