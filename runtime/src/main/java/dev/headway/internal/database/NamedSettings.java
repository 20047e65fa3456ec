package dev.headway.internal.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of a session, as pairs of names and values. */
public final class NamedSettings {
    private NamedSettings() {}

    /** Returns the first two columns of a query. */
    public static Map<String, @Nullable String> read(Connection connection, String query) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getString(2));
            }
        }
        return values;
    }
}
