package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.LockLostException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Direction;
import dev.headway.graph.Step;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a step failed, in words. */
final class Failure {
    private static final int CLIP = 600;
    private static final int SECONDS_TO_ANSWER = 5;

    /** What was being done when a connection broke, the server may have done nevertheless, a commit included. */
    private static final String LOST =
            "The connection to the database is lost, so it is not known here whether the last that it"
                    + " was told was done. The steps before it are done and stay. Run again: the next run finds out, and goes on.";

    /** PostgreSQL's class of errors for what is refused inside a transaction. */
    private static final String ACTIVE_TRANSACTION = "25001";

    private final Step step;
    private final DetectedDatabase database;
    private final Throwable cause;
    private final @Nullable StatementFailure statement;

    Failure(Step step, DetectedDatabase database, Throwable cause) {
        this.step = step;
        this.database = database;
        this.cause = cause instanceof StatementFailure && cause.getCause() != null ? cause.getCause() : cause;
        this.statement = cause instanceof StatementFailure failure ? failure : null;
    }

    /** Returns the message of the exception, which says what state the database is in. */
    MigrationFailedException told(int remaining, boolean handleUsed, Connection connection) {
        StringBuilder message = new StringBuilder("Revision " + step.revision().describe() + " failed on "
                + (step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade"));
        if (statement != null) {
            message.append(" at its statement ")
                    .append(statement.number())
                    .append(":\n  ")
                    .append(clip(statement.sql()));
        }
        message.append(statement == null ? ": " : "\n").append(reason());
        SQLException refused = sqlException();
        if (refused != null && database.type().errorCodes().isLockConflict(refused)) {
            database.type()
                    .sessions()
                    .lockingSessions(connection)
                    .forEach(holder -> message.append("\nLocks are held by ").append(holder.describe()));
        }
        if (!tellsAll(cause)) {
            message.append('\n').append(isLost(connection) ? LOST : state(remaining, handleUsed));
        }
        return new MigrationFailedException(step.revision().id(), remaining, message.toString(), cause);
    }

    private static boolean tellsAll(Throwable cause) {
        return cause instanceof CannotGoOnException
                || cause instanceof LockLostException
                || cause instanceof InterruptedStepException;
    }

    private static boolean isLost(Connection connection) {
        try {
            return !connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return true;
        }
    }

    /** Returns what went wrong, as the database or the migration says it. */
    String reason() {
        SQLException refused = sqlException();
        if (refused == null) {
            return tellsAll(cause) ? String.valueOf(cause.getMessage()) : cause.toString();
        }
        String hint = ACTIVE_TRANSACTION.equals(refused.getSQLState())
                ? " Say @Revision(transactional = false) to run it outside a transaction."
                : "";
        return database.name() + " says: " + refused.getMessage() + " (SQL state " + refused.getSQLState() + ")."
                + hint;
    }

    private @Nullable SQLException sqlException() {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof SQLException refused) {
                return refused;
            }
        }
        return null;
    }

    private String state(int remaining, boolean handleUsed) {
        String others = " The steps before it are done and stay. ";
        if (handleUsed) {
            return "What it did with handle() may be in the database"
                    + (remaining == 0 ? "" : ", and its first " + statements(remaining)) + "." + others
                    + "Look there, mend the revision and run again: if it cannot go on, the next run says how to begin"
                    + " anew.";
        }
        long rows = statement == null ? 0 : statement.rowsBefore();
        if (rows > 0) {
            return "The " + rows
                    + (rows == 1 ? " row that its batches before have" : " rows that its batches before have")
                    + " changed stay so"
                    + (remaining == 0 ? "." : ", and so do its first " + remaining + " statement(s).") + others
                    + "Mend the revision and run again: the next run begins this statement anew.";
        }
        if (remaining == 0) {
            return "Nothing of it is in the database." + others + "Mend the revision and run again.";
        }
        return "Its first " + statements(remaining)
                + " in the database and stay, since they do not run in one transaction." + others
                + "Mend what comes behind and run again: the next run goes on there.";
    }

    private static String statements(int count) {
        return count + (count == 1 ? " statement is" : " statements are");
    }

    private static String clip(String sql) {
        return sql.length() <= CLIP ? sql : sql.substring(0, CLIP) + " … (" + sql.length() + " characters)";
    }
}
