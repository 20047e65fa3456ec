package dev.headway.op;

import dev.headway.schema.ColumnType;

/**
 * A change of a column, of which the type may follow.
 *
 * @since 0.1
 */
public final class ColumnChange extends ColumnChangeOptions<ColumnChange> implements ColumnTypes<TypeChange> {
    ColumnChange(ColumnAlteration alteration) {
        super(alteration);
    }

    @Override
    public TypeChange of(ColumnType type) {
        alteration.type = Once.set("The type in " + alteration.describe(), alteration.type, type);
        return new TypeChange(alteration);
    }

    @Override
    ColumnChange self() {
        return this;
    }
}
