package dev.headway.internal.database.postgresql;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;
import java.util.Set;

/** PostgreSQL's SQL states, from the appendix <em>PostgreSQL Error Codes</em>. */
final class PostgresErrorCodes implements ErrorCodes {

    @Override
    public boolean isLockConflict(SQLException error) {
        return Set.of("55P03", "40P01").contains(String.valueOf(error.getSQLState()));
    }

    /** From the appendix <em>PostgreSQL Error Codes</em>. */
    @Override
    public boolean isDuplicate(SQLException error) {
        return Set.of("42P07", "42P06", "42701", "42710", "42723").contains(String.valueOf(error.getSQLState()));
    }

    @Override
    public boolean isMissing(SQLException error) {
        return Set.of("42P01", "3F000", "42703", "42704", "42883").contains(String.valueOf(error.getSQLState()));
    }

    /** The class 57P is an end of the server or of the session. */
    @Override
    public boolean mayHaveExecuted(SQLException error) {
        return ErrorCodes.super.mayHaveExecuted(error)
                || String.valueOf(error.getSQLState()).startsWith("57P");
    }
}
