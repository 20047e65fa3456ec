package dev.headway.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.op.Database;
import dev.headway.op.Sql;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.DefaultValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults as a migration says them: as plain values where the database reads those back as it has them now. */
final class ValueSource {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|'')*)'");
    private static final Pattern TEXT_OF_POSTGRESQL = Pattern.compile("'((?:[^'\\\\]|'')*)'::(.+)");
    private static final Set<String> TEXT_TYPES = Set.of("text", "character varying", "bpchar", "jsonb");
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final Database database;

    ValueSource(Database database) {
        this.database = database;
    }

    /** Returns the default of a column. */
    CodeBlock of(Column column, DefaultValue value) {
        if (!(value instanceof DefaultValue.Expression expression)) {
            throw new IllegalArgumentException("A default that was not read from a database: " + value);
        }
        String sql = expression.sql();
        Matcher text = (database.equals(Database.POSTGRESQL) ? TEXT_OF_POSTGRESQL : TEXT).matcher(sql);
        if (text.matches() && (!database.equals(Database.POSTGRESQL) || isOf(column, text.group(2)))) {
            return CodeBlock.of("$S", text.group(1).replace("''", "'"));
        } else if (WHOLE_NUMBER.matcher(sql).matches()) {
            return CodeBlock.of("$L", sql);
        } else if (BOOLEANS.contains(sql.toLowerCase(Locale.ROOT))) {
            return CodeBlock.of("$L", sql.toLowerCase(Locale.ROOT));
        } else if (isNow(sql, column)) {
            return CodeBlock.of("$T.now()", Sql.class);
        }
        return CodeBlock.of("$T.raw($S)", Sql.class, sql);
    }

    private static boolean isOf(Column column, String type) {
        return TEXT_TYPES.contains(type) || column.type().equals(new Native(type));
    }

    private boolean isNow(String sql, Column column) {
        boolean ofMariaDb = database.equals(Database.MARIADB) || database.equals(Database.MYSQL);
        return ofMariaDb
                ? sql.equalsIgnoreCase("current_timestamp(6)") && column.type() instanceof Native
                : sql.equals("CURRENT_TIMESTAMP");
    }
}
