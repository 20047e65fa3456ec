package dev.headway.examples.hsqldb;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;
import java.util.Set;

/** SQL states of HSQLDB, from {@code org/hsqldb/resources/sql-state-messages.properties} in its jar. */
final class HsqldbErrorCodes implements ErrorCodes {
    private static final Set<String> MISSING = Set.of("42501", "3F000");

    /** Class 40 is "transaction rollback": deadlocks and serialization failures. */
    @Override
    public boolean isLockConflict(SQLException error) {
        return String.valueOf(error.getSQLState()).startsWith("40");
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        return "42504".equals(error.getSQLState());
    }

    /** State 42501 also means a missing privilege. {@link HsqldbLock} requires an administrator, who has all privileges. */
    @Override
    public boolean isMissing(SQLException error) {
        return MISSING.contains(String.valueOf(error.getSQLState()));
    }
}
