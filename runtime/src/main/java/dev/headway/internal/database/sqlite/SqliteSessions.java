package dev.headway.internal.database.sqlite;

import dev.headway.database.SessionRules;
import dev.headway.database.SessionSettings;
import dev.headway.database.StepSession;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.internal.database.NamedSettings;
import dev.headway.op.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** SQLite's sessions. */
final class SqliteSessions implements SessionRules {

    @Override
    public SessionSettings settings(Connection connection) throws SQLException {
        return SqliteSettings.of(connection);
    }

    @Override
    public StepSession openStep(Connection connection, List<Operation> operations) throws SQLException {
        return SqliteSession.open(connection, operations.stream().anyMatch(SqliteDialect::mayCopy));
    }

    /** The database of the connection. Unqualified names also find tables of attached databases, and temporary ones. */
    @Override
    public String serverSchema(Connection connection) {
        return "main";
    }

    @Override
    public List<String> otherSchemasWith(Connection connection, String table) throws SQLException {
        return List.copyOf(NamedSettings.read(
                        connection,
                        "SELECT schema, NULL FROM pragma_table_list WHERE schema <> 'main' AND lower(name) = '" + table
                                + "' ORDER BY 1")
                .keySet());
    }

    @Override
    public void enterSchema(Connection connection, String schema) {
        throw new UnsupportedFeatureException("SQLite has no schemas, so the schema '" + schema
                + "' cannot be worked in, and nothing was run. Leave headway.schema out.");
    }
}
