package dev.headway.op;

import org.jspecify.annotations.Nullable;

/**
 * A column of texts that is being declared; it can have a collation.
 *
 * @param <T> the column with all of its options
 * @since 0.1
 */
public sealed interface TextColumn<T extends TextColumn<T>> extends DeclaredColumn<T>, TextOptions<T>
        permits ColumnDraft {

    @Override
    TextOptions<?> defaultsTo(@Nullable Object value);

    @Override
    TextOptions<?> generatedAs(String expression);

    @Override
    TextOptions<?> generatedWhenReadAs(String expression);
}
