package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.SessionSettings;
import dev.headway.internal.database.Answer;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a session, and its current database. */
final class FamilySettings implements SessionSettings {
    /** They change by themselves, or JDBC restores them. */
    private static final Set<String> LEFT_ALONE = Set.of(
            "autocommit",
            "error_count",
            "external_user",
            "identity",
            "in_transaction",
            "insert_id",
            "last_gtid",
            "last_insert_id",
            "proxy_user",
            "pseudo_thread_id",
            "rand_seed1",
            "rand_seed2",
            "timestamp",
            "transaction_isolation",
            "transaction_read_only",
            "tx_isolation",
            "tx_read_only",
            "warning_count");

    /** The query for the current database. */
    static final String SCHEMA = "SELECT database()";

    private static final int GLOBAL_VARIABLE = 1229;
    private static final int READ_ONLY_VARIABLE = 1238;

    private final Map<String, @Nullable String> before;
    private final @Nullable String schema;

    private FamilySettings(Map<String, @Nullable String> before, @Nullable String schema) {
        this.before = before;
        this.schema = schema;
    }

    static FamilySettings of(Connection connection) throws SQLException {
        return new FamilySettings(variables(connection), Answer.to(connection, SCHEMA));
    }

    private static Map<String, @Nullable String> variables(Connection connection) throws SQLException {
        return NamedSettings.read(connection, "SHOW SESSION VARIABLES");
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        Map<String, @Nullable String> now = variables(connection);
        for (Map.Entry<String, @Nullable String> variable : before.entrySet()) {
            String name = variable.getKey();
            if (!LEFT_ALONE.contains(name)
                    && !name.startsWith("gtid_")
                    && !Objects.equals(variable.getValue(), now.get(name))) {
                set(connection, name, variable.getValue());
            }
        }
        if (schema != null && !schema.equals(Answer.to(connection, SCHEMA))) {
            FamilySessions.use(connection, schema);
        }
    }

    /** The list contains variables of the server, too, which another session may have changed. */
    private static void set(Connection connection, String name, @Nullable String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + name + " = " + literal(value));
        } catch (SQLException e) {
            if (e.getErrorCode() != GLOBAL_VARIABLE && e.getErrorCode() != READ_ONLY_VARIABLE) {
                throw e;
            }
        }
    }

    private static String literal(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        return value.matches("-?\\d+(\\.\\d+)?") ? value : "'" + value.replace("'", "''") + "'";
    }
}
