package dev.headway.examples.hsqldb;

import dev.headway.database.SourceRules;
import dev.headway.database.TypeNames;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import java.util.Optional;

/** Translates types that HSQLDB reports into portable types, for generated migrations. */
final class HsqldbSource implements SourceRules {
    private static final TypeNames TYPES = TypeNames.NONE
            .with("BOOLEAN", Plain.BOOLEAN)
            .with("SMALLINT", Plain.SMALLINT)
            .with("INTEGER", Plain.INTEGER)
            .with("BIGINT", Plain.BIGINT)
            .with("DOUBLE", Plain.DOUBLE)
            .withDecimal("DECIMAL\\((\\d+),(\\d+)\\)")
            .with("VARCHAR\\(16777216\\)", Plain.TEXT)
            .withLength("VARCHAR\\((\\d+)\\)", ColumnType.Varchar::new)
            .withLength("CHARACTER\\((\\d+)\\)", ColumnType.Char::new)
            .with("VARBINARY\\(16777216\\)", Plain.BINARY)
            .with("DATE", Plain.DATE)
            .with("TIME\\(6\\)", Plain.TIME)
            .with("TIMESTAMP", Plain.TIMESTAMP)
            .with("TIMESTAMP WITH TIME ZONE", Plain.TIMESTAMPTZ)
            .with("INTERVAL DAY\\(9\\) TO SECOND", Plain.INTERVAL)
            .with("UUID", Plain.UUID);

    @Override
    public Optional<ColumnType> portableType(Column column) {
        return column.type() instanceof ColumnType.Native reported ? TYPES.find(reported.sql()) : Optional.empty();
    }
}
