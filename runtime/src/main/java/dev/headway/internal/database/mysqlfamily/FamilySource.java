package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.SourceRules;
import dev.headway.database.StandardDefaults;
import dev.headway.database.TypeNames;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Char;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Now;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types and defaults that MariaDB and MySQL report. */
public class FamilySource implements SourceRules {
    private static final TypeNames TYPES = TypeNames.NONE
            .with("tinyint\\(1\\)", Plain.BOOLEAN)
            .with("smallint(?:\\(6\\))?", Plain.SMALLINT)
            .with("int(?:\\(11\\))?", Plain.INTEGER)
            .with("bigint(?:\\(20\\))?", Plain.BIGINT)
            .with("float", Plain.REAL)
            .with("double", Plain.DOUBLE)
            .withDecimal("decimal\\((\\d+),(\\d+)\\)")
            .withLength("varchar\\((\\d+)\\)", Varchar::new)
            .withLength("char\\((\\d+)\\)", Char::new)
            .with("longtext", Plain.TEXT)
            .with("date", Plain.DATE)
            .with("time\\(6\\)", Plain.TIME)
            .with("datetime\\(6\\)", Plain.TIMESTAMP)
            .with("timestamp\\(6\\)", Plain.TIMESTAMPTZ)
            .with("uuid", Plain.UUID)
            .with("json", Plain.JSON)
            .with("longblob", Plain.BINARY);

    private static final Pattern ENUM = Pattern.compile("enum\\((.*)\\)");
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

    @Override
    public Optional<ColumnType> portableType(Column column) {
        return column.type() instanceof Native own
                ? TYPES.find(own.sql()).or(() -> enumerated(column.name(), own.sql()))
                : Optional.empty();
    }

    /** An enum is part of its column, and named after it. */
    private static Optional<ColumnType> enumerated(String column, String sql) {
        Matcher found = ENUM.matcher(sql);
        if (!found.matches()) {
            return Optional.empty();
        }
        List<String> values = TEXT.matcher(found.group(1))
                .results()
                .map(value -> value.group(1).replace("''", "'"))
                .toList();
        return Optional.of(new Enumerated(column, values));
    }

    @Override
    public DefaultValue portableDefault(Column column, String sql) {
        if (sql.equalsIgnoreCase("current_timestamp(6)")) {
            return Now.NOW;
        }
        DefaultValue value = StandardDefaults.of(sql);
        return value == Now.NOW ? new DefaultValue.Expression(sql) : value;
    }
}
