package dev.headway.internal.database.h2;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;
import java.util.Set;

/** H2's error codes. */
final class H2ErrorCodes implements ErrorCodes {

    @Override
    public boolean isLockConflict(SQLException error) {
        return Set.of(50200, 40001, 90131).contains(error.getErrorCode());
    }

    /** From H2's list of errors: table, schema, sequence, column, index, constraint, domain, role, and so on. */
    @Override
    public boolean isDuplicate(SQLException error) {
        return Set.of(42101, 90078, 90035, 42121, 42111, 90045, 90119, 90038, 90041, 90076, 90017)
                .contains(error.getErrorCode());
    }

    @Override
    public boolean isMissing(SQLException error) {
        return Set.of(42102, 42103, 42104, 90079, 90036, 42122, 42112, 90057, 90120, 90037, 90042, 90077)
                .contains(error.getErrorCode());
    }

    /** Connection or database closed, and a cancelled statement: H2 commits parts of a definition. */
    @Override
    public boolean mayHaveExecuted(SQLException error) {
        return ErrorCodes.super.mayHaveExecuted(error)
                || Set.of(90007, 90067, 90098, 90121, 57014).contains(error.getErrorCode());
    }
}
