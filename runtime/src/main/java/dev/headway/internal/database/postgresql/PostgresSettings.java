package dev.headway.internal.database.postgresql;

import dev.headway.database.SessionSettings;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters that were set in a session, and its role. Other parameters have the values with which the session began. */
final class PostgresSettings implements SessionSettings {
    private static final String QUERY = """
            SELECT name, setting FROM pg_settings WHERE source = 'session' AND name NOT LIKE 'transaction\\_%'
            UNION ALL SELECT 'role', current_setting('role')""";

    private final Map<String, @Nullable String> before;

    private PostgresSettings(Map<String, @Nullable String> before) {
        this.before = before;
    }

    static PostgresSettings of(Connection connection) throws SQLException {
        return new PostgresSettings(NamedSettings.read(connection, QUERY));
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        Map<String, @Nullable String> now = NamedSettings.read(connection, QUERY);
        Map<String, @Nullable String> names = new HashMap<>(now);
        names.putAll(before);
        for (String name : names.keySet()) {
            if (!before.containsKey(name)) {
                reset(connection, name);
            } else if (!Objects.equals(before.get(name), now.get(name))) {
                set(connection, name, before.get(name));
            }
        }
    }

    /** Returns to the value with which the session began. */
    private static void reset(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET " + name);
        }
    }

    private static void set(Connection connection, String name, @Nullable String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
