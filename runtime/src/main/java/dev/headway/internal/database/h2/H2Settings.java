package dev.headway.internal.database.h2;

import dev.headway.database.SessionSettings;
import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session that H2 shows, its variables and its temporary tables, each with the statement that sets it. Settings
 * of the whole database, such as {@code MODE}, are not the session's.
 */
final class H2Settings implements SessionSettings {
    private static final String TABLE = "TABLE ";

    private static final String QUERY = """
            SELECT state_key, state_command FROM information_schema.session_state WHERE state_key <> 'TIME ZONE'
            UNION ALL SELECT 'LOCK_TIMEOUT', 'SET LOCK_TIMEOUT ' || lock_timeout()
            UNION ALL SELECT setting_name, 'SET ' || setting_name || ' '
                || CASE setting_name WHEN 'TIME ZONE' THEN '''' || setting_value || '''' ELSE setting_value END
              FROM information_schema.settings
              WHERE setting_name IN
                ('TIME ZONE', 'QUERY_TIMEOUT', 'TRUNCATE_LARGE_LENGTH', 'VARIABLE_BINARY', 'NON_KEYWORDS')""";

    private final Map<String, @Nullable String> before;

    private H2Settings(Map<String, @Nullable String> before) {
        this.before = before;
    }

    static H2Settings of(Connection connection) throws SQLException {
        return new H2Settings(NamedSettings.read(connection, QUERY));
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        Map<String, @Nullable String> now = NamedSettings.read(connection, QUERY);
        for (Map.Entry<String, @Nullable String> setting : before.entrySet()) {
            String name = setting.getKey();
            if (!name.startsWith(TABLE) && !Objects.equals(setting.getValue(), now.get(name))) {
                TransactionLock.execute(connection, String.valueOf(setting.getValue()));
            }
        }
        for (String name : now.keySet()) {
            if (!before.containsKey(name) && !name.startsWith(TABLE)) {
                TransactionLock.execute(connection, unset(name));
            }
        }
    }

    /** H2 can't return to having no search path, so it gets a schema in which nobody has tables. */
    private static String unset(String name) {
        if (name.startsWith("@")) {
            return "SET @" + quote(name.substring(1)) + " NULL";
        }
        return "SET " + name + (name.equals("SCHEMA_SEARCH_PATH") ? " INFORMATION_SCHEMA" : "");
    }

    @Override
    public void dropLeftovers(Connection connection) throws SQLException {
        for (String name : NamedSettings.read(connection, QUERY).keySet()) {
            if (name.startsWith(TABLE) && !before.containsKey(name)) {
                TransactionLock.execute(connection, "DROP TABLE " + quote(name.substring(TABLE.length())));
            }
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
