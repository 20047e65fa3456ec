package dev.headway.internal.database.mysql;

import dev.headway.internal.database.mysqlfamily.FamilyDefinitions;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Definitions as MySQL expects them. */
final class MySqlDefinitions extends FamilyDefinitions {
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
