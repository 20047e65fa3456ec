package dev.headway.internal.database.mariadb;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;
import java.util.Set;

/** MariaDB's error codes. */
public final class MariaDbErrorCodes implements ErrorCodes {

    @Override
    public boolean isLockConflict(SQLException error) {
        return error.getErrorCode() == 1205 || error.getErrorCode() == 1213;
    }

    /** From MariaDB's list of error codes: database, table, column, key, primary key, foreign key, routine, trigger, check. */
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
}
