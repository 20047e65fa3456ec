package dev.headway.internal.engine.connection;

import dev.headway.database.Databases;
import dev.headway.error.ConfigurationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks a database whether it has a table. */
public final class TableLookup {
    private TableLookup() {}

    /** Returns whether the current schema has a table with this name, which must need no quotes. */
    public static boolean hasTable(Connection connection, String name) throws SQLException {
        requireSchema(connection);
        try {
            return isListed(connection, name);
        } catch (SQLException e) {
            // While another process creates tables, the catalog of some databases (HSQLDB) can fail to answer.
            try {
                return isListed(connection, name);
            } catch (SQLException again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    private static boolean isListed(Connection connection, String name) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String pattern = metaData.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        String schema = literalPattern(connection.getSchema(), metaData.getSearchStringEscape());
        try (ResultSet tables = metaData.getTables(connection.getCatalog(), schema, pattern, null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equals(pattern)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Returns a condition that is true if the current schema has this table, for a query of an unqualified table; empty if
     * unqualified names mean tables of the current schema anyway. A database with a search path would find a table of another
     * schema instead, and tables are created in the current one.
     */
    public static String onlyInCurrentSchema(Connection connection, String name) throws SQLException {
        return connection.getMetaData().supportsSchemasInDataManipulation()
                ? " WHERE EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
                        + " AND table_name IN ('" + name + "', '" + name.toUpperCase(Locale.ROOT) + "'))"
                : "";
    }

    /** Without a schema, the driver would find a table of any. */
    private static void requireSchema(Connection connection) throws SQLException {
        if (isMissing(connection.getSchema())
                && (isMissing(connection.getCatalog())
                        || connection.getMetaData().supportsSchemasInDataManipulation())
                && !Databases.detect(connection).type().sessions().hasSchema(connection)) {
            throw inNoSchema();
        }
    }

    /** Returns the exception for a connection that works in no schema. */
    public static ConfigurationException inNoSchema() {
        return new ConfigurationException("The connection works in no schema, so Headway can't find its tables. Nothing"
                + " was run. Add the schema to the URL, or set headway.schema.");
    }

    private static boolean isMissing(@Nullable String name) {
        return name == null || name.isEmpty();
    }

    /** Returns the pattern that matches only this name. */
    private static @Nullable String literalPattern(@Nullable String name, String escape) {
        if (name == null) {
            return null;
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            pattern.append(c == '%' || c == '_' || escape.indexOf(c) >= 0 ? escape : "")
                    .append(c);
        }
        return pattern.toString();
    }
}
