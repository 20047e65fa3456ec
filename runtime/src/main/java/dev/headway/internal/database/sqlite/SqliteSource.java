package dev.headway.internal.database.sqlite;

import dev.headway.database.SourceRules;
import dev.headway.database.TypeNames;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Char;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import java.util.Optional;

/** The types that SQLite reports, which are those that were written. */
final class SqliteSource implements SourceRules {
    private static final TypeNames TYPES = TypeNames.NONE
            .with("boolean", Plain.BOOLEAN)
            .with("smallint", Plain.SMALLINT)
            .with("integer", Plain.INTEGER)
            .with("bigint", Plain.BIGINT)
            .with("real", Plain.REAL)
            .with("double", Plain.DOUBLE)
            .withDecimal("decimal\\((\\d+), (\\d+)\\)")
            .withLength("varchar\\((\\d+)\\)", Varchar::new)
            .withLength("char\\((\\d+)\\)", Char::new)
            .with("text", Plain.TEXT)
            .with("date", Plain.DATE)
            .with("time", Plain.TIME)
            .with("timestamp", Plain.TIMESTAMP)
            .with("blob", Plain.BINARY);

    /** An {@code integer} that numbers the rows has 64 bits. */
    @Override
    public Optional<ColumnType> portableType(Column column) {
        if (column.identity() != null) {
            return Optional.of(Plain.BIGINT);
        }
        return column.type() instanceof Native own ? TYPES.find(own.sql()) : Optional.empty();
    }
}
