package dev.headway.internal.database.h2;

import dev.headway.database.SourceRules;
import dev.headway.database.TypeNames;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Char;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import java.util.Optional;

/** The types that H2 reports. */
final class H2Source implements SourceRules {
    private static final TypeNames TYPES = TypeNames.NONE
            .with("BOOLEAN", Plain.BOOLEAN)
            .with("SMALLINT", Plain.SMALLINT)
            .with("INTEGER", Plain.INTEGER)
            .with("BIGINT", Plain.BIGINT)
            .with("REAL", Plain.REAL)
            .with("DOUBLE PRECISION", Plain.DOUBLE)
            .withDecimal("DECIMAL\\((\\d+), (\\d+)\\)")
            .withLength("CHARACTER VARYING\\((\\d+)\\)", Varchar::new)
            .withLength("CHARACTER\\((\\d+)\\)", Char::new)
            .with("CHARACTER VARYING", Plain.TEXT)
            .with("DATE", Plain.DATE)
            .with("TIME", Plain.TIME)
            .with("TIMESTAMP", Plain.TIMESTAMP)
            .with("TIMESTAMP WITH TIME ZONE", Plain.TIMESTAMPTZ)
            .with("UUID", Plain.UUID)
            .with("JSON", Plain.JSON)
            .with("INTERVAL DAY\\(18\\) TO SECOND\\(9\\)", Plain.INTERVAL)
            .with("BINARY LARGE OBJECT", Plain.BINARY);

    @Override
    public Optional<ColumnType> portableType(Column column) {
        return column.type() instanceof Native own ? TYPES.find(own.sql()) : Optional.empty();
    }
}
