package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.RowRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import java.util.Optional;

/** Sessions show a {@code timestamp} in their own time zones; identity columns continue after the greatest number. */
final class FamilyRows implements RowRules {

    @Override
    public Optional<String> epochSeconds(Column column, Spelling spelling) {
        return column.type() instanceof Native type && type.sql().startsWith("timestamp")
                ? Optional.of("unix_timestamp(" + spelling.quote(column.name()) + ")")
                : Optional.empty();
    }

    @Override
    public Optional<String> restartIdentity(String table, String column, long next, Spelling spelling) {
        return Optional.empty();
    }
}
