package dev.headway.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Asks the database what there is. */
final class Catalog {
    private Catalog() {}

    /** Returns whether the current schema has a table of this name, which is one that needs no quotes. */
    static boolean hasTable(Connection connection, String name) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String pattern = metaData.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        try (ResultSet tables = metaData.getTables(connection.getCatalog(), connection.getSchema(), pattern, null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equals(pattern)) {
                    return true;
                }
            }
            return false;
        }
    }
}
