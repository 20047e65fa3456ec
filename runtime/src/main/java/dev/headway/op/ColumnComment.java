package dev.headway.op;

import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.schema.Column;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What may follow {@code commentOnColumn}. */
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
     * Says what the column is like before, with its comment. From this a downgrade is derived; and scripts for databases
     * that want a column told whole, MariaDB and MySQL, are written without looking.
     */
    public ColumnComment from(Consumer<ColumnTypes<ColumnDraft>> definition) {
        from = SingleColumn.named(table, column, definition).column();
        return this;
    }

    CommentOnColumn change() {
        return new CommentOnColumn(table, column, comment, from);
    }
}
