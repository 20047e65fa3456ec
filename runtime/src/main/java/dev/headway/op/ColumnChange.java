package dev.headway.op;

/**
 * A change of a column, of which the type may follow.
 *
 * @param <T> the change with all of its options
 * @since 0.1
 */
public abstract sealed class ColumnChange<T extends ColumnChange<T>>
        extends TypeChoice<TypeChange<?>, NumberTypeChange<?>, TextTypeChange<?>, NativeTypeChange<?>>
        implements ColumnChangeOptions<T>, IdentityOptions<T> permits ColumnAlteration {}
