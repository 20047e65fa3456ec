package dev.headway.op;

/**
 * A column of exact numbers that is being declared; the database can number its rows.
 *
 * @param <T> the column with all of its options
 * @since 0.1
 */
public sealed interface NumberColumn<T extends NumberColumn<T>>
        extends DeclaredColumn<T>, IdentityOptions<ColumnOptions<?>> permits ColumnDraft {}
