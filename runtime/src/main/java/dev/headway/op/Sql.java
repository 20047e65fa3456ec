package dev.headway.op;

import dev.headway.schema.DefaultValue;
import dev.headway.schema.QualifiedName;

/** Pieces of SQL that may stand for a value, and of names. */
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

    /** A name that may have a dot in it, for directives that would take what is before the dot for a schema. */
    public static String name(String name) {
        return QualifiedName.literally(name);
    }
}
