package dev.headway.internal.database.sqlite;

import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Deferral;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.ReferentialAction;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Makes a foreign key of what SQLite keeps. */
final class SqliteForeignKeyReader {
    private final SqliteClause clause;
    private final List<SqliteToken> tokens;
    private final List<String> columns;
    private final Function<String, List<String>> primaryKeys;

    SqliteForeignKeyReader(SqliteClause clause, List<String> columns, Function<String, List<String>> primaryKeys) {
        this.clause = clause;
        this.columns = columns;
        this.primaryKeys = primaryKeys;
        List<SqliteToken> all = clause.tokens();
        this.tokens = all.subList(SqliteClause.indexOf(all, "REFERENCES"), all.size());
    }

    ForeignKey read() {
        String table = tokens.get(1).name();
        boolean listed = tokens.size() > 2 && tokens.get(2).is("(");
        List<String> referenced = listed ? SqliteClause.names(tokens, 2) : primaryKeys.apply(table);
        return new ForeignKey(
                clause.name(),
                columns,
                QualifiedName.literally(table),
                referenced.size() == columns.size() ? referenced : columns,
                action("DELETE"),
                action("UPDATE"),
                deferral(),
                true);
    }

    private ReferentialAction action(String on) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("ON") && tokens.get(i + 1).is(on)) {
                String first = tokens.get(i + 2).text().toUpperCase(Locale.ROOT);
                boolean two = first.equals("SET") || first.equals("NO");
                return ReferentialAction.valueOf(
                        two ? first + "_" + tokens.get(i + 3).text().toUpperCase(Locale.ROOT) : first);
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    private Deferral deferral() {
        int at = SqliteClause.indexOf(tokens, "DEFERRABLE");
        if (at < 0 || tokens.get(at - 1).is("NOT")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return clause.says("DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }
}
