package dev.headway.op;

import dev.headway.schema.DefaultValue;

/** Pieces of SQL that may stand for a value. */
public final class Sql {
    private Sql() {}

    /** The time of the transaction. */
    public static DefaultValue now() {
        return DefaultValue.Now.NOW;
    }

    /** SQL as it stands. */
    public static DefaultValue raw(String sql) {
        return new DefaultValue.Expression(sql);
    }
}
