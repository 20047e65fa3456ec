package dev.headway.internal.engine.step;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.ShownStatement;
import dev.headway.error.HeadwayException;
import dev.headway.error.LockLostException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Direction;
import dev.headway.graph.Step;
import dev.headway.internal.engine.journal.CannotResumeException;
import dev.headway.sql.SecretMask;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Describes why a step failed, and the state of the database. */
final class FailureReport {
    private static final int CLIP = 600;
    private static final int SECONDS_TO_ANSWER = 5;

    private static final String EARLIER_STEPS = " The earlier steps are complete and stay. ";

    /** The server may have executed the last statement, or the commit, even though the connection broke. */
    private static final String CONNECTION_LOST =
            "The connection to the database was lost, so it is unknown whether the last statement was executed."
                    + EARLIER_STEPS + "Run again: the next run detects whether it was executed, and resumes.";

    private final Step step;
    private final DetectedDatabase database;
    private final Throwable original;
    private final Throwable cause;
    private final @Nullable StatementFailedException statement;
    private final String shownStatement;

    /** Reports a failure without the {@code secretValues} that the step has passed to the database. */
    FailureReport(Step step, DetectedDatabase database, Throwable cause, List<String> secretValues) {
        this.step = step;
        this.database = database;
        this.statement = cause instanceof StatementFailedException failure ? failure : null;
        SecretMask mask = SecretMask.of(secretValues);
        if (statement == null) {
            this.original = cause;
            this.cause = mask.mask(cause);
            this.shownStatement = "";
        } else {
            ShownStatement shown = ShownStatement.of(database.type(), statement.statement());
            this.original = answer(statement);
            this.cause = mask.mask(shown.answer(original));
            this.shownStatement = mask.mask(shown.text());
        }
    }

    /** Returns the exception of the driver, without those of JDBI and of a batch, whose messages contain the arguments. */
    private static Throwable answer(StatementFailedException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        Throwable refused =
                cause instanceof JdbiException && cause.getCause() instanceof SQLException answer ? answer : cause;
        return refused instanceof BatchUpdateException batch && batch.getNextException() != null
                ? batch.getNextException()
                : refused;
    }

    /** Returns the exception that reports the failure. */
    MigrationFailedException exception(int completed, boolean handleUsed, Connection connection) {
        StringBuilder message = new StringBuilder("Revision " + step.revision().describe() + " failed on "
                + (step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade"));
        if (statement != null) {
            message.append(" at its statement ")
                    .append(statement.number())
                    .append(":\n  ")
                    .append(clip(shownStatement));
        }
        message.append(statement == null ? ": " : "\n").append(reason());
        if (statement != null && statement.rows() != null) {
            message.append("\nThe statement failed at ")
                    .append(statement.rows())
                    .append('.');
        }
        SQLException refused = sqlException(original);
        if (refused != null && database.type().errorCodes().isLockConflict(refused)) {
            database.type()
                    .sessions()
                    .lockingSessions(connection)
                    .forEach(holder -> message.append("\nLocks are held by ").append(holder.describe()));
        }
        if (!isComplete(original)) {
            message.append('\n').append(isConnectionLost(connection) ? CONNECTION_LOST : state(completed, handleUsed));
        }
        return new MigrationFailedException(step.revision().id(), completed, message.toString(), cause);
    }

    /** Returns whether the message of the cause already describes the state of the database. */
    private static boolean isComplete(Throwable cause) {
        return cause instanceof CannotResumeException
                || cause instanceof LockLostException
                || cause instanceof TransactionEndedException
                || cause instanceof StepInterruptedException;
    }

    private static boolean isConnectionLost(Connection connection) {
        try {
            return !connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return true;
        }
    }

    /** Returns the message of the database or the migration. */
    String reason() {
        SQLException refused = sqlException(cause);
        if (refused == null) {
            return isComplete(original) || cause instanceof HeadwayException
                    ? String.valueOf(cause.getMessage())
                    : cause.toString();
        }
        SQLException answer = sqlException(original);
        String hint = answer != null && database.type().errorCodes().isRefusedInTransaction(answer)
                ? " Specify @Revision(transactional = false) to run the revision outside a transaction."
                : "";
        return database.name() + " says: " + refused.getMessage() + " (SQL state " + refused.getSQLState() + ")."
                + hint;
    }

    private static @Nullable SQLException sqlException(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof SQLException refused) {
                return refused;
            }
        }
        return null;
    }

    private String state(int completed, boolean handleUsed) {
        if (handleUsed) {
            return "Changes that the migration made with handle() may be in the database."
                    + (completed == 0 ? "" : " " + committed(completed)) + EARLIER_STEPS
                    + "Check the database, fix the revision and run again: if the revision cannot resume, the next run"
                    + " reports how to restart it.";
        }
        long rows = statement == null ? 0 : statement.rowsBefore();
        if (rows > 0) {
            return "The " + (rows == 1 ? "row" : rows + " rows") + " that earlier batches of this statement changed "
                    + (rows == 1 ? "stays" : "stay") + " changed."
                    + (completed == 0 ? "" : " " + committed(completed)) + EARLIER_STEPS
                    + "Fix the revision and run again: the next run restarts this statement from the beginning.";
        }
        if (completed == 0) {
            return "None of its changes is in the database." + EARLIER_STEPS + "Fix the revision and run again.";
        }
        return committed(completed) + " The statements of this revision do not run in one transaction." + EARLIER_STEPS
                + "Fix the statements after " + (completed == 1 ? "it" : "them")
                + " and run again: the next run resumes there.";
    }

    private static String committed(int statements) {
        return statements == 1
                ? "Its first statement was committed and stays."
                : "Its first " + statements + " statements were committed and stay.";
    }

    private static String clip(String sql) {
        return sql.length() <= CLIP ? sql : sql.substring(0, CLIP) + " … (" + sql.length() + " characters)";
    }
}
