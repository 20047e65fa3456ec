package dev.headway.op;

import dev.headway.op.Operation.Comment;
import dev.headway.op.Operation.CommentOnTable;
import org.jspecify.annotations.Nullable;

/** What may follow {@code commentOnTable}. */
public final class TableComment {
    private final String table;
    private final @Nullable String comment;
    private @Nullable Comment from;

    TableComment(String table, @Nullable String comment) {
        this.table = table;
        this.comment = comment;
    }

    /** Says what the comment was before, or null for none, so that a downgrade can be derived. */
    public TableComment from(@Nullable String comment) {
        from = new Comment(comment);
        return this;
    }

    CommentOnTable change() {
        return new CommentOnTable(table, comment, from);
    }
}
