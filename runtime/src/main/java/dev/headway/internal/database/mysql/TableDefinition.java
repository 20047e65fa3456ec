package dev.headway.internal.database.mysql;

import dev.headway.schema.Constraint.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of {@code SHOW CREATE TABLE}, which can be executed again. The information schema omits or escapes expressions.
 */
final class TableDefinition {
    private final Map<String, ColumnDefinition> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();

    private TableDefinition() {}

    /** Parses what the statement returned. */
    static TableDefinition parse(String sql) {
        TableDefinition definition = new TableDefinition();
        int start = 0;
        while (sql.charAt(start) != '(') {
            start = SqlParts.end(sql, start);
        }
        String body = sql.substring(start + 1, SqlParts.end(sql, start) - 1);
        SqlParts.split(body, ',').forEach(part -> definition.add(SqlParts.split(part.strip(), ' ')));
        return definition;
    }

    /** A column starts with its name, which is quoted; the others start with a keyword. */
    private void add(List<String> words) {
        int key = words.indexOf("KEY");
        if (words.get(0).equals("CONSTRAINT") && words.get(2).equals("CHECK")) {
            checks.add(new Check(SqlParts.unquoted(words.get(1)), SqlParts.inner(words.get(3)), true));
        } else if (words.get(0).equals("CONSTRAINT") || words.get(0).equals("PRIMARY")) {
            return; // the information schema has all of them
        } else if (key >= 0 && key <= 1 && SqlParts.isKeyword(words.get(0))) {
            keys.put(SqlParts.unquoted(words.get(key + 1)), SqlParts.split(SqlParts.inner(words.get(key + 2)), ','));
        } else {
            columns.put(SqlParts.unquoted(words.get(0)), ColumnDefinition.parse(words.subList(2, words.size())));
        }
    }

    /** Returns the definition of a column. */
    Optional<ColumnDefinition> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Returns the checks, in order. */
    List<Check> checks() {
        return checks;
    }

    /** Returns the expression at {@code position}, from 1, of an index. */
    String expression(String index, int position) {
        String key = keys.getOrDefault(index, List.of()).get(position - 1).strip();
        return SqlParts.inner(SqlParts.split(key, ' ').get(0));
    }
}
