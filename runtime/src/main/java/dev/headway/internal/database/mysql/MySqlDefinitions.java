package dev.headway.internal.database.mysql;

import dev.headway.internal.database.mysqlfamily.FamilyDefinitions;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Definitions as MySQL expects them. */
final class MySqlDefinitions extends FamilyDefinitions {
    private static final Pattern WITH_ATTRIBUTES =
            Pattern.compile("(.*?)( (?:SRID|INVISIBLE|COLUMN_FORMAT|STORAGE|ENGINE_ATTRIBUTE).*)");

    private final MySqlDialect dialect;

    MySqlDefinitions(MySqlDialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /** All indexes are created with their table, in one statement: an index on its own can't be created IF NOT EXISTS. */
    @Override
    public List<String> tableElements(Table table) {
        List<String> lines = new ArrayList<>(super.tableElements(table));
        dialect.otherIndexes(table).forEach(index -> lines.add(within(index)));
        return lines;
    }

    /** The attributes that the type of a column was read with must follow the expression of a generated column. */
    @Override
    public String column(Column column) {
        Matcher parts = WITH_ATTRIBUTES.matcher(column.type() instanceof Native type ? type.sql() : "");
        if (column.generated() == null || !parts.matches()) {
            return super.column(column);
        }
        return super.column(new Column(
                        column.name(),
                        new Native(parts.group(1)),
                        column.nullable(),
                        null,
                        null,
                        column.generated(),
                        column.collation(),
                        column.comment()))
                + parts.group(2);
    }

    @Override
    protected String check(Check check) {
        dialect.requireChecks();
        return super.check(check);
    }

    @Override
    protected String indexed(Index.Key key) {
        return "(" + key.text() + ")";
    }
}
