package dev.headway.internal.database.sqlite;

import dev.headway.database.RowRules;
import dev.headway.op.Spelling;
import java.util.Optional;

/** SQLite continues after the greatest number that a row has. */
final class SqliteRows implements RowRules {

    @Override
    public Optional<String> restartIdentity(String table, String column, long next, Spelling spelling) {
        return Optional.empty();
    }
}
