package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;
import java.util.Set;

/** Error codes that MariaDB and MySQL share. */
final class FamilyErrorCodes implements ErrorCodes {

    @Override
    public boolean isLockConflict(SQLException error) {
        return Set.of(1205, 1213, 3572).contains(error.getErrorCode());
    }

    /** Codes for a database, table, column, key, primary key, foreign key, routine, trigger and check that exists. */
    @Override
    public boolean isDuplicate(SQLException error) {
        return Set.of(1007, 1050, 1060, 1061, 1068, 1826, 1304, 1359, 1022, 3822)
                        .contains(error.getErrorCode())
                || (error.getErrorCode() == 1005
                        && String.valueOf(error.getMessage()).contains("errno: 121"));
    }

    @Override
    public boolean isMissing(SQLException error) {
        return Set.of(1008, 1051, 1054, 1091, 1146, 1176, 1305, 1360, 4091, 4092)
                .contains(error.getErrorCode());
    }

    /** {@code KILL QUERY}, a time limit, and the end of the connection or the server may interrupt a definition half-way. */
    @Override
    public boolean mayHaveExecuted(SQLException error) {
        return ErrorCodes.super.mayHaveExecuted(error)
                || Set.of(1053, 1317, 1927, 1969, 2006, 2013, 3024).contains(error.getErrorCode());
    }
}
