package dev.headway.op;

import dev.headway.op.Operation.Execute;
import dev.headway.sql.NamedSql;
import dev.headway.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Values for the names in a statement. */
final class NamedArguments {
    private NamedArguments() {}

    /**
     * Returns a statement with the values that its names stand for.
     *
     * @throws IllegalArgumentException if one is missing, or is not asked for
     */
    static Execute bind(String sql, Map<String, ?> arguments, SqlSyntax syntax) {
        NamedSql named = NamedSql.parse(sql, syntax);
        Set<String> missing = new TreeSet<>(named.names());
        missing.removeAll(arguments.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Nothing is given for :" + String.join(", :", missing)
                    + ". Name the value, or put a blank behind the colon if this is no name: " + sql);
        }
        Set<String> unused = new TreeSet<>(arguments.keySet());
        named.names().forEach(unused::remove);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "A value is given for :" + String.join(", :", unused) + ", which is not mentioned: " + sql);
        }
        List<@Nullable Object> values = new ArrayList<>();
        named.names().forEach(name -> values.add(arguments.get(name)));
        return new Execute(named.sql(), Collections.unmodifiableList(values));
    }
}
