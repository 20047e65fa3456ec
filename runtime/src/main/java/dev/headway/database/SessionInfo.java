package dev.headway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's connection, as the database tells of it.
 *
 * @param session the number by which the database knows it
 * @param user who is connected
 * @param client from where
 * @param program what the client calls itself
 * @param since since when it holds what it holds
 * @param statement what it runs, or ran last
 */
public record SessionInfo(
        String session,
        String user,
        @Nullable String client,
        @Nullable String program,
        @Nullable String since,
        @Nullable String statement) {
    private static final int CLIP = 200;

    /** Reads sessions with a query that tells these in this order; none if the user may not see them. */
    public static List<SessionInfo> read(Connection connection, String query) {
        List<SessionInfo> sessions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                sessions.add(new SessionInfo(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
            }
            return sessions;
        } catch (SQLException notAllowed) {
            return List.of();
        }
    }

    /** Returns it in words. */
    public String describe() {
        return "session " + session + " of user " + user
                + (client == null ? "" : " from " + client)
                + (program == null || program.isBlank() ? "" : " (" + program + ")")
                + (since == null ? "" : ", since " + since)
                + (statement == null || statement.isBlank() ? "" : ": " + clipped(statement));
    }

    private static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= CLIP ? line : line.substring(0, CLIP) + " …";
    }
}
