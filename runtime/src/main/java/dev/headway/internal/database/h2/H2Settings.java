package dev.headway.internal.database.h2;

import dev.headway.database.SessionSettings;
import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a session that H2 shows. Settings of the whole database, such as {@code MODE}, are not the session's. */
final class H2Settings implements SessionSettings {
    private static final String QUERY = """
            SELECT 'SCHEMA', '"' || replace(CURRENT_SCHEMA, '"', '""') || '"'
            UNION ALL SELECT 'LOCK_TIMEOUT', CAST(lock_timeout() AS varchar)
            UNION ALL SELECT 'TIME ZONE', '''' || setting_value || ''''
              FROM information_schema.settings WHERE setting_name = 'TIME ZONE'""";

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
            if (!Objects.equals(setting.getValue(), now.get(setting.getKey()))) {
                TransactionLock.execute(connection, "SET " + setting.getKey() + " " + setting.getValue());
            }
        }
    }
}
