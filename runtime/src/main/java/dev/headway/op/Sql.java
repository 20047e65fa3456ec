package dev.headway.op;

import dev.headway.schema.DefaultValue;
import dev.headway.schema.QualifiedName;

/**
 * Default values and names in SQL.
 *
 * @since 0.1
 */
public final class Sql {
    private Sql() {}

    /** Returns the current time: when the transaction, or on some databases the statement, began. */
    public static DefaultValue now() {
        return DefaultValue.Now.NOW;
    }

    /** Returns an expression in the database's SQL. */
    public static DefaultValue raw(String sql) {
        return new DefaultValue.Expression(sql);
    }

    /** Quotes a name that contains a dot, for directives that would read the part before the dot as a schema. */
    public static String name(String name) {
        return QualifiedName.literally(name);
    }
}
