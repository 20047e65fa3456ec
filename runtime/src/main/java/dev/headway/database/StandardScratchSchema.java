package dev.headway.database;

import dev.headway.error.CommandException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Creates a schema and drops it, with standard SQL. If the process is killed meanwhile, the schema stays. */
record StandardScratchSchema(SessionRules sessions) implements ScratchDatabase {

    @Override
    public <T> T use(Handle handle, List<String> otherSchemas, Work<T> work) throws Exception {
        if (!otherSchemas.isEmpty()) {
            throw new CommandException(
                    "headway.schemas requires a scratch database with several schemas, and Headway creates"
                            + " only one on this database. Nothing was compared. Remove headway.schemas.");
        }
        Connection connection = handle.getConnection();
        String before = sessions.currentSchema(connection);
        String name = ScratchDatabase.newName();
        create(connection, name);
        try {
            sessions.enterSchema(connection, name);
            return work.in(handle);
        } finally {
            sessions.restoreSchema(connection, before);
            execute(connection, "DROP SCHEMA " + quoted(connection, name) + " CASCADE");
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try {
            execute(connection, "CREATE SCHEMA " + quoted(connection, name));
        } catch (SQLException e) {
            throw new CommandException("Cannot create the scratch schema " + name + ": " + e.getMessage()
                    + ". Nothing was changed. Grant the database user the privilege to create schemas, or set"
                    + " headway.scratch.url to a database in which the user has it.");
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + name + quote;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
