package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.mysqlfamily.FamilyDefinitions;
import dev.headway.schema.Column;

/** Definitions as MariaDB expects them. */
final class MariaDbDefinitions extends FamilyDefinitions {
    private final MariaDbDialect dialect;

    MariaDbDefinitions(MariaDbDialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    @Override
    public String column(Column column) {
        if (column.generated() != null && !column.nullable()) {
            throw dialect.unsupported(
                    "has no generated columns that refuse null: use check(\"… IS NOT NULL\") instead");
        }
        return super.column(column);
    }
}
