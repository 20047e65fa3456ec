package dev.headway.database;

import dev.headway.sql.SecretMask;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another session of the database, for messages about locks.
 *
 * @param session the identifier of the session in the database
 * @param user the user of the session
 * @param client the address of the client
 * @param program the name that the client gave itself
 * @param since the time since which it holds its locks
 * @param statement the current or last statement
 * @since 0.1
 */
public record SessionInfo(
        String session,
        String user,
        @Nullable String client,
        @Nullable String program,
        @Nullable String since,
        @Nullable String statement) {
    private static final int CLIP = 200;

    /**
     * Reads sessions from the system tables of the database.
     *
     * @param query a query with these columns: session, user, client, program, since, statement; all but the first two may be
     *     null
     * @return the sessions; empty if the query fails, for example because this user may not see other sessions
     */
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

    /** Returns a description for messages, with the statement cut to 200 characters. */
    public String describe() {
        return "session " + session + " of user " + user
                + (client == null ? "" : " from " + client)
                + (program == null || program.isBlank() ? "" : " (" + program + ")")
                + (since == null ? "" : ", since " + since)
                + (statement == null || statement.isBlank()
                        ? ""
                        : ": " + clipped(SecretMask.ofSql(statement).mask(statement)));
    }

    private static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= CLIP ? line : line.substring(0, CLIP) + " …";
    }
}
