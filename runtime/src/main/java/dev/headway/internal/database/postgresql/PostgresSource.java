package dev.headway.internal.database.postgresql;

import dev.headway.database.SourceRules;
import dev.headway.database.StandardDefaults;
import dev.headway.database.TypeNames;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Array;
import dev.headway.schema.ColumnType.Char;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Literal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types and defaults that PostgreSQL reports. */
final class PostgresSource implements SourceRules {
    private static final TypeNames TYPES = TypeNames.NONE
            .with("boolean", Plain.BOOLEAN)
            .with("smallint", Plain.SMALLINT)
            .with("integer", Plain.INTEGER)
            .with("bigint", Plain.BIGINT)
            .with("real", Plain.REAL)
            .with("double precision", Plain.DOUBLE)
            .withDecimal("numeric\\((\\d+),(\\d+)\\)")
            .withLength("character varying\\((\\d+)\\)", Varchar::new)
            .withLength("character\\((\\d+)\\)", Char::new)
            .with("text", Plain.TEXT)
            .with("date", Plain.DATE)
            .with("time without time zone", Plain.TIME)
            .with("timestamp without time zone", Plain.TIMESTAMP)
            .with("timestamp with time zone", Plain.TIMESTAMPTZ)
            .with("interval", Plain.INTERVAL)
            .with("uuid", Plain.UUID)
            .with("jsonb", Plain.JSON)
            .with("bytea", Plain.BINARY);

    private static final String ARRAY = "[]";
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|'')*)'::(.+)");
    private static final Set<String> TEXT_TYPES = Set.of("text", "character varying", "bpchar", "jsonb");

    @Override
    public Optional<ColumnType> portableType(Column column) {
        return column.type() instanceof Native own ? portable(own.sql()) : Optional.empty();
    }

    private static Optional<ColumnType> portable(String sql) {
        if (sql.endsWith(ARRAY)) {
            String element = sql.substring(0, sql.length() - ARRAY.length());
            return Optional.of(new Array(portable(element).orElseGet(() -> new Native(element))));
        }
        return TYPES.find(sql);
    }

    /** A text has a cast to the type of its column. */
    @Override
    public DefaultValue portableDefault(Column column, String sql) {
        Matcher text = TEXT.matcher(sql);
        if (text.matches()) {
            String type = text.group(2);
            return TEXT_TYPES.contains(type) || column.type().equals(new Native(type))
                    ? new Literal(text.group(1).replace("''", "'"))
                    : new Expression(sql);
        }
        return sql.startsWith("'") ? new Expression(sql) : StandardDefaults.of(sql);
    }

    @Override
    public Optional<String> defaultIndexMethod() {
        return Optional.of("btree");
    }
}
