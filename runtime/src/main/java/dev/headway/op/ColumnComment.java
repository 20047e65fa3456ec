package dev.headway.op;

import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.schema.Column;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code commentOnColumn}.
 *
 * @since 0.1
 */
public final class ColumnComment {
    private final String table;
    private final String column;
    private final @Nullable String comment;
    private @Nullable Column from;

    ColumnComment(String table, String column, @Nullable String comment) {
        this.table = table;
        this.column = column;
        this.comment = comment;
    }

    /**
     * Sets the definition of the column before the change, with its comment. A downgrade is derived from it, and scripts
     * for MariaDB and MySQL, which require the whole definition, don't need to read the live table.
     */
    public ColumnComment from(Function<ColumnTypes, ColumnOptions<?>> definition) {
        from = Once.set(
                "from(…)", from, SingleColumn.named(table, column, definition).column());
        return this;
    }

    CommentOnColumn change() {
        return new CommentOnColumn(table, column, comment, from);
    }
}
