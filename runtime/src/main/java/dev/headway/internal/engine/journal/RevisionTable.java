package dev.headway.internal.engine.journal;

import dev.headway.database.Databases;
import dev.headway.error.IncompatibleTableException;
import dev.headway.graph.Direction;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.HeadwayStatements;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.TableLookup;
import dev.headway.internal.engine.connection.TimeColumn;
import dev.headway.internal.engine.connection.Timestamps;
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
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table {@code headway_revision}: one row for every revision that is applied now. */
public final class RevisionTable {
    public static final String NAME = "headway_revision";

    /** As long as an id may be. */
    static final ColumnType REVISION_TYPE = new ColumnType.Varchar(64);

    private static final Column APPLIED_AT =
            Column.of("applied_at", Plain.TIMESTAMPTZ).notNull();

    public static final Table DEFINITION = new Table(
            NAME,
            List.of(
                    Column.of("revision", REVISION_TYPE).notNull(),
                    APPLIED_AT,
                    Column.of("checksum", new ColumnType.Varchar(64))),
            List.of(new Constraint.PrimaryKey(null, List.of("revision"))));

    private RevisionTable() {}

    /**
     * Returns the applied revisions; none if the current schema has no such table.
     *
     * @throws IncompatibleTableException if the table has other columns than this version of Headway knows
     */
    public static AppliedRevisions read(Connection connection) throws SQLException {
        // A transaction of the caller must survive, and on some databases it does not survive a statement that fails.
        boolean inTransaction = !connection.getAutoCommit();
        Savepoint before = inTransaction ? savepoint(connection) : null;
        if (inTransaction && before == null && !TableLookup.hasTable(connection, NAME)) {
            return AppliedRevisions.NONE;
        }
        try {
            return readTable(connection, "SELECT * FROM " + NAME + TableLookup.onlyInCurrentSchema(connection, NAME));
        } catch (SQLException e) {
            if (before != null) {
                connection.rollback(before);
            }
            // Each database has another error code for a missing table, so look the table up.
            // If it exists, another process may have created it in the meantime.
            return TableLookup.hasTable(connection, NAME)
                    ? readTable(connection, "SELECT * FROM " + NAME)
                    : AppliedRevisions.NONE;
        }
    }

    /** Returns null if a transaction manager, which controls the connection, refuses savepoints. */
    private static @Nullable Savepoint savepoint(Connection connection) {
        try {
            return connection.setSavepoint();
        } catch (SQLException refused) {
            return null;
        }
    }

    /** Returns the applied revisions, from the table that {@code session} writes. */
    public static AppliedRevisions read(Session session) throws SQLException {
        return readTable(
                session.connection(), "SELECT * FROM " + session.statements().table(NAME));
    }

    /**
     * Returns when each of the revisions was applied. A query of its own, since it depends on the database, which a run that has
     * nothing to do doesn't ask for.
     */
    public static Map<String, Instant> readTimes(Connection connection) throws SQLException {
        Map<String, Instant> times = new LinkedHashMap<>();
        if (!TableLookup.hasTable(connection, NAME)) {
            return times;
        }
        TimeColumn time = TimeColumn.of(APPLIED_AT, Databases.detect(connection));
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT revision, " + time.sql() + " AS at_time FROM " + NAME)) {
            while (rows.next()) {
                times.put(rows.getString("revision"), Objects.requireNonNull(time.read(rows, "at_time")));
            }
        }
        return times;
    }

    private static AppliedRevisions readTable(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            requireKnownColumns(rows.getMetaData());
            Map<String, Optional<String>> applied = new LinkedHashMap<>();
            while (rows.next()) {
                applied.put(rows.getString("revision"), Optional.ofNullable(rows.getString("checksum")));
            }
            return new AppliedRevisions(applied);
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
            throw new IncompatibleTableException("The table " + NAME + " lacks the columns " + missing
                    + ", so Headway did not create it. Nothing was run. Rename the table, or specify another schema"
                    + " (headway.schema).");
        }
        if (!unknown.isEmpty()) {
            throw new IncompatibleTableException("The table " + NAME + " has the columns " + unknown
                    + ", which this version of Headway does not know: a newer version migrated this database. Nothing"
                    + " was run. Use that version, or a newer one.");
        }
    }

    /** Returns the statement of {@link #record} for a script. */
    public static String recordStatement(Step step, Spelling spelling) {
        String revision = spelling.literal(step.revision().id());
        String checksum = step.revision().checksum().map(spelling::literal).orElse("NULL");
        return step.direction() == Direction.UPGRADE
                ? "INSERT INTO " + NAME + " (revision, applied_at, checksum) VALUES (" + revision
                        + ", CURRENT_TIMESTAMP, " + checksum + ")"
                : removeStatement(step.revision().id(), spelling);
    }

    /** Returns the statement of {@link #remove} for a script. */
    public static String removeStatement(String revision, Spelling spelling) {
        return "DELETE FROM " + NAME + " WHERE revision = " + spelling.literal(revision);
    }

    /** Records the revision of a step as applied, or as no longer applied. */
    public static void record(HeadwayStatements statements, Step step) {
        if (step.direction() == Direction.UPGRADE) {
            add(statements, step.revision());
        } else {
            remove(statements, step.revision().id());
        }
    }

    /** Records a revision as applied. */
    static void add(HeadwayStatements statements, RevisionInfo revision) {
        requireOne(
                revision.id(),
                statements.update(
                        "INSERT INTO " + statements.table(NAME) + " (revision, applied_at, checksum) VALUES (?, "
                                + statements.time() + ", ?)",
                        revision.id(),
                        Timestamps.of(Instant.now()),
                        revision.checksum().orElse(null)));
    }

    /** Records the current checksum of an applied revision. */
    static void updateChecksum(HeadwayStatements statements, RevisionInfo revision) {
        requireOne(
                revision.id(),
                statements.update(
                        "UPDATE " + statements.table(NAME) + " SET checksum = ? WHERE revision = ?",
                        revision.checksum().orElse(null),
                        revision.id()));
    }

    /** Records a revision as no longer applied. */
    static void remove(HeadwayStatements statements, String revision) {
        requireOne(
                revision, statements.update("DELETE FROM " + statements.table(NAME) + " WHERE revision = ?", revision));
    }

    private static void requireOne(String revision, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Revision " + revision + " has " + rows + " rows in " + NAME
                    + ", but one was expected: another program changed the table in the meantime");
        }
    }
}
