package dev.headway.op;

import dev.headway.op.Operation.Comment;
import dev.headway.op.Operation.CommentOnTable;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code commentOnTable}.
 *
 * @since 0.1
 */
public final class TableComment {
    private final String table;
    private final @Nullable String comment;
    private @Nullable Comment from;

    TableComment(String table, @Nullable String comment) {
        this.table = table;
        this.comment = comment;
    }

    /** Sets the comment before the change, or null for none, so that a downgrade can be derived. */
    public TableComment from(@Nullable String comment) {
        from = Once.set("from(…)", from, new Comment(comment));
        return this;
    }

    CommentOnTable change() {
        return new CommentOnTable(table, comment, from);
    }
}
