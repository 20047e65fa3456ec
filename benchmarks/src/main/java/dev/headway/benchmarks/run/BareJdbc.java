package dev.headway.benchmarks.run;

import dev.headway.benchmarks.GeneratedRevisions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Set;

/** The floor: the same statements in the same transactions, with one row each, and nothing else. */
public final class BareJdbc {
    private BareJdbc() {}

    /**
     * Applies what is missing.
     *
     * @param args URL, user, password, and how many revisions there are
     */
    public static void main(String[] args) throws SQLException, IOException {
        int count = Integer.parseInt(args[3]);
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            Set<String> applied = applied(connection);
            if (applied.size() < count) {
                apply(connection, applied, count);
            }
        }
        PeakMemory.tell();
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> applied = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, applied_at, checksum FROM history")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        } catch (SQLException missing) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE history (id varchar(64) PRIMARY KEY, applied_at timestamp NOT NULL,"
                        + " checksum varchar(64))");
            }
        }
        return applied;
    }

    private static void apply(Connection connection, Set<String> applied, int count) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement note = connection.prepareStatement("INSERT INTO history VALUES (?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                if (!applied.contains(GeneratedRevisions.id(i))) {
                    statement.execute(GeneratedRevisions.sql(i));
                    note.setString(1, GeneratedRevisions.id(i));
                    note.setTimestamp(2, new Timestamp(System.currentTimeMillis()));
                    note.setString(3, "0".repeat(64));
                    note.executeUpdate();
                    connection.commit();
                }
            }
        }
    }
}
