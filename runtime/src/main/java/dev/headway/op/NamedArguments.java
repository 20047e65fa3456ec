package dev.headway.op;

import dev.headway.op.Operation.Execute;
import dev.headway.sql.NamedSql;
import dev.headway.sql.SecretMask;
import dev.headway.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Binds values to the names in a statement. */
final class NamedArguments {
    private NamedArguments() {}

    /**
     * Returns the statement with the values of its names.
     *
     * @throws IllegalArgumentException if a value is missing or unused
     */
    static Execute bind(String sql, Map<String, ?> arguments, boolean secret, SqlSyntax syntax) {
        NamedSql named = NamedSql.parse(sql, syntax);
        Set<String> missing = new TreeSet<>(named.names());
        missing.removeAll(arguments.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("There is no value for :" + String.join(", :", missing)
                    + ". Add the value, or put a space after the colon if this isn't a name: " + shown(sql, secret));
        }
        Set<String> unused = new TreeSet<>(arguments.keySet());
        named.names().forEach(unused::remove);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("There is a value for :" + String.join(", :", unused)
                    + ", which the statement doesn't use: " + shown(sql, secret));
        }
        List<@Nullable Object> values = new ArrayList<>();
        named.names().forEach(name -> values.add(arguments.get(name)));
        return new Execute(named.sql(), Collections.unmodifiableList(values), secret);
    }

    private static String shown(String sql, boolean secret) {
        return secret ? SecretMask.SECRET_STATEMENT : SecretMask.ofSql(sql).mask(sql);
    }
}
