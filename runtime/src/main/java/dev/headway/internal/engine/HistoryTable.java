package dev.headway.internal.engine;

import dev.headway.error.InvalidHistoryException;
import dev.headway.graph.Direction;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.op.Spelling;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table {@code headway_revision}: one row for every revision applied now. It is the truth. */
final class HistoryTable {
    static final String NAME = "headway_revision";

    /** As wide as an id may be. */
    static final ColumnType REVISION_TYPE = new ColumnType.Varchar(64);

    static final Table DEFINITION = new Table(
            NAME,
            List.of(
                    Column.of("revision", REVISION_TYPE).notNull(),
                    Column.of("applied_at", Plain.TIMESTAMPTZ).notNull(),
                    Column.of("checksum", new ColumnType.Varchar(64))),
            List.of(new Constraint.PrimaryKey(null, List.of("revision"))));

    private HistoryTable() {}

    /**
     * Returns the applied revisions; nothing where the table is missing.
     *
     * @throws InvalidHistoryException if the table is not as this version of Headway makes it
     */
    static Applied read(Connection connection) throws SQLException {
        try {
            return readTable(connection);
        } catch (SQLException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback(); // PostgreSQL answers nothing more in a transaction that has failed
            }
            // Databases tell a missing table in codes of their own: ask, now that there is a reason to.
            // If it is there, another process may have made it since.
            return Catalog.hasTable(connection, NAME) ? readTable(connection) : Applied.NOTHING;
        }
    }

    private static Applied readTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + NAME)) {
            requireKnownColumns(rows.getMetaData());
            Map<String, Applied.Row> applied = new LinkedHashMap<>();
            while (rows.next()) {
                applied.put(
                        rows.getString("revision"),
                        new Applied.Row(Timestamps.read(rows, "applied_at"), rows.getString("checksum")));
            }
            return new Applied(applied);
        }
    }

    private static void requireKnownColumns(ResultSetMetaData metaData) throws SQLException {
        Set<String> known = new TreeSet<>();
        for (Column column : DEFINITION.columns()) {
            known.add(column.name());
        }
        Set<String> missing = new TreeSet<>(known);
        Set<String> unknown = new TreeSet<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            String name = metaData.getColumnName(i).toLowerCase(Locale.ROOT);
            missing.remove(name);
            if (!known.contains(name)) {
                unknown.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidHistoryException(List.of("The table " + NAME + " lacks " + missing
                    + ", so Headway did not make it. Nothing was run. Rename that table, or work in another schema"
                    + " (headway.schema)."));
        }
        if (!unknown.isEmpty()) {
            throw new InvalidHistoryException(List.of("The table " + NAME + " has " + unknown
                    + ", which this version of Headway does not know: a newer Headway migrated this database. Nothing"
                    + " was run. Use that version, or a newer one."));
        }
    }

    /** Returns what {@link #record} does, as a statement that stands in a script. */
    static String recordInScript(Step step, Spelling spelling) {
        String revision = spelling.literal(step.revision().id());
        String checksum = step.revision().checksum().map(spelling::literal).orElse("NULL");
        return step.direction() == Direction.UPGRADE
                ? "INSERT INTO " + NAME + " (revision, applied_at, checksum) VALUES (" + revision
                        + ", CURRENT_TIMESTAMP, " + checksum + ")"
                : "DELETE FROM " + NAME + " WHERE revision = " + revision;
    }

    /** Notes what a step does to the history. */
    static void record(OwnStatements own, Step step) {
        if (step.direction() == Direction.UPGRADE) {
            add(own, step.revision());
        } else {
            remove(own, step.revision().id());
        }
    }

    /** Notes a revision as applied now. */
    static void add(OwnStatements own, RevisionInfo revision) {
        requireOne(
                revision.id(),
                own.update(
                        "INSERT INTO " + NAME + " (revision, applied_at, checksum) VALUES (?, ?, ?)",
                        revision.id(),
                        Timestamps.of(Instant.now()),
                        revision.checksum().orElse(null)));
    }

    /** Notes that what an applied revision says now is what it did. */
    static void accept(OwnStatements own, RevisionInfo revision) {
        requireOne(
                revision.id(),
                own.update(
                        "UPDATE " + NAME + " SET checksum = ? WHERE revision = ?",
                        revision.checksum().orElse(null),
                        revision.id()));
    }

    /** Notes a revision as no longer applied. */
    static void remove(OwnStatements own, String revision) {
        requireOne(revision, own.update("DELETE FROM " + NAME + " WHERE revision = ?", revision));
    }

    private static void requireOne(String revision, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Revision " + revision + " has " + rows + " rows in " + NAME
                    + " where one was expected: something else changed the table meanwhile");
        }
    }
}
