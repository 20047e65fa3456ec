package dev.headway.internal.database.postgresql;

import dev.headway.database.SessionSettings;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters that were set in a session, and its user and role. Other parameters have the values with which it began. */
final class PostgresSettings implements SessionSettings {
    private static final String QUERY = """
            SELECT name, setting FROM pg_settings WHERE source = 'session' AND name NOT LIKE 'transaction\\_%'
            UNION ALL SELECT 'role', current_setting('role')
            UNION ALL SELECT 'session_authorization', session_user::text""";

    /** In this order: setting the user sets the role, too. */
    private static final List<String> IDENTITY = List.of("session_authorization", "role");

    private final Map<String, @Nullable String> before;
    private final PostgresLeftovers leftovers;

    private PostgresSettings(Map<String, @Nullable String> before, PostgresLeftovers leftovers) {
        this.before = before;
        this.leftovers = leftovers;
    }

    static PostgresSettings of(Connection connection) throws SQLException {
        return new PostgresSettings(read(connection), PostgresLeftovers.of(connection));
    }

    private static Map<String, @Nullable String> read(Connection connection) throws SQLException {
        return NamedSettings.read(connection, QUERY);
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        Map<String, @Nullable String> now = read(connection);
        boolean otherIdentity = IDENTITY.stream().anyMatch(name -> differs(name, now));
        if (otherIdentity) { // neither the role of now nor the one of before may be allowed to set all parameters
            reset(connection, "SESSION AUTHORIZATION");
        }
        restoreParameters(connection, now);
        if (otherIdentity) {
            for (String name : IDENTITY) {
                set(connection, name, before.get(name));
            }
        }
    }

    private void restoreParameters(Connection connection, Map<String, @Nullable String> now) throws SQLException {
        Map<String, @Nullable String> names = new HashMap<>(now);
        names.putAll(before);
        IDENTITY.forEach(names::remove);
        for (String name : names.keySet()) {
            if (!before.containsKey(name)) {
                reset(connection, name);
            } else if (differs(name, now)) {
                set(connection, name, before.get(name));
            }
        }
    }

    @Override
    public void dropLeftovers(Connection connection) throws SQLException {
        leftovers.drop(connection);
    }

    private boolean differs(String name, Map<String, @Nullable String> now) {
        return !Objects.equals(before.get(name), now.get(name));
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
