package dev.headway.op;

import dev.headway.schema.ColumnType;

/**
 * Sets the type of the elements of an array.
 *
 * @since 0.1
 */
public final class ElementTypes extends TypeChoice<ColumnType, ColumnType, ColumnType, ColumnType> {
    ElementTypes() {}

    @Override
    public ColumnType of(ColumnType type) {
        return type;
    }

    @Override
    ColumnType ofPlain(ColumnType type) {
        return type;
    }

    @Override
    ColumnType ofNumber(ColumnType type) {
        return type;
    }

    @Override
    ColumnType ofText(ColumnType type) {
        return type;
    }
}
