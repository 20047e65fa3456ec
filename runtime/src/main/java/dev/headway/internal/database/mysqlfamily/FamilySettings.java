package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.SessionSettings;
import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a session, its current database and its role. */
final class FamilySettings implements SessionSettings {
    /** They change by themselves, or Headway changes them. */
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
            "warning_count");

    private static final int GLOBAL_VARIABLE = 1229;
    private static final int READ_ONLY_VARIABLE = 1238;

    /** Some variables of the binary log can't be set during a transaction. */
    private static final Set<Integer> ONLY_OUTSIDE_TRANSACTIONS = Set.of(1560, 1679, 1694);

    private final Map<String, @Nullable String> before;
    private final Map<String, @Nullable String> place;

    private FamilySettings(Map<String, @Nullable String> before, Map<String, @Nullable String> place) {
        this.before = before;
        this.place = place;
    }

    static FamilySettings of(Connection connection) throws SQLException {
        return new FamilySettings(variables(connection), place(connection));
    }

    private static Map<String, @Nullable String> variables(Connection connection) throws SQLException {
        return NamedSettings.read(connection, "SHOW SESSION VARIABLES");
    }

    private static Map<String, @Nullable String> place(Connection connection) throws SQLException {
        return NamedSettings.read(connection, "SELECT 'schema', database() UNION ALL SELECT 'role', current_role()");
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        restorePlace(connection);
        Map<String, @Nullable String> now = variables(connection);
        for (Map.Entry<String, @Nullable String> variable : before.entrySet()) {
            String name = variable.getKey();
            if (!LEFT_ALONE.contains(name)
                    && !name.startsWith("gtid_")
                    && !Objects.equals(variable.getValue(), now.get(name))) {
                set(connection, name, variable.getValue());
            }
        }
    }

    /** Restores the role first: it may be what gives access to the database. */
    private void restorePlace(Connection connection) throws SQLException {
        Map<String, @Nullable String> now = place(connection);
        String role = place.get("role");
        if (!Objects.equals(role, now.get("role"))) {
            TransactionLock.execute(connection, "SET ROLE " + roles(role));
        }
        String schema = place.get("schema");
        if (schema != null && !schema.equals(now.get("schema"))) {
            FamilySessions.use(connection, schema);
        }
    }

    /** MySQL returns a list of quoted roles or {@code NONE}, MariaDB the plain name of one role or null. */
    private static String roles(@Nullable String role) {
        if (role == null || role.equals("NONE")) {
            return "NONE";
        }
        return role.startsWith("`") ? role : "`" + role.replace("`", "``") + "`";
    }

    /** The list contains variables of the server, too, which another session may have changed. */
    private static void set(Connection connection, String name, @Nullable String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + name + " = " + literal(value));
        } catch (SQLException e) {
            boolean waits = ONLY_OUTSIDE_TRANSACTIONS.contains(e.getErrorCode()) && !connection.getAutoCommit();
            if (!waits && e.getErrorCode() != GLOBAL_VARIABLE && e.getErrorCode() != READ_ONLY_VARIABLE) {
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
