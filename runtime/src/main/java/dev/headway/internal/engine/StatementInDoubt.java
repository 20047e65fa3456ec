package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.SqlStatement;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlText;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A statement that may have been run already, by a process that died before it could note that. A definition is run again,
 * and what the database answers tells: what was to be made is there, or what was to be dropped is gone.
 */
public final class StatementInDoubt {
    private static final Set<String> DATA =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "VALUES", "TABLE", "(");

    private static final Set<String> DEFINITIONS = Set.of(
            "CREATE",
            "ALTER",
            "DROP",
            "RENAME",
            "COMMENT",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "ANALYZE",
            "VACUUM",
            "REINDEX",
            "CLUSTER",
            "REFRESH",
            "OPTIMIZE",
            "SET",
            "USE",
            "PRAGMA");

    private static final Set<String> CREATE = Set.of("CREATE");
    private static final Set<String> ALTER = Set.of("ALTER");
    private static final Set<String> DROP = Set.of("DROP", "RENAME");

    /** What has a name in front of its parenthesis, if it is given one. */
    private static final Set<String> NAMED = Set.of("UNIQUE", "INDEX", "KEY", "CHECK", "FULLTEXT", "SPATIAL");

    private final SqlStatement statement;
    private final DetectedDatabase database;
    private final List<String> words;

    private StatementInDoubt(SqlStatement statement, DetectedDatabase database) {
        this.statement = statement;
        this.database = database;
        this.words = SqlText.of(statement.sql(), database.dialect().syntax()).words();
    }

    /** Returns the repetition of a statement. */
    public static StatementInDoubt of(SqlStatement statement, DetectedDatabase database) {
        return new StatementInDoubt(statement, database);
    }

    /** Returns whether the statement reads or writes rows: it can share a transaction with its note, which leaves no doubt. */
    public boolean isOfData() {
        return begins(DATA);
    }

    /** Returns whether what the database has shows, before anything is run again, that it was done. */
    public boolean isThere(LiveSchema live) {
        return statement.unnamed() != null && statement.unnamed().isIn(live);
    }

    /** Returns whether running it again tells whether it was run before, where the database has this. */
    public boolean tells(LiveSchema live) {
        return begins(DEFINITIONS)
                && (statement.unnamed() != null || addsColumn() || !leavesNamesToTheDatabase())
                && !(words.contains("CONCURRENTLY") && !live.invalidIndexes().isEmpty());
    }

    private boolean begins(Set<String> with) {
        return !words.isEmpty() && with.contains(words.get(0));
    }

    private boolean addsColumn() {
        return Collections.indexOfSubList(words, List.of("ADD", "COLUMN")) > 0;
    }

    /** {@code CREATE INDEX ON t (c)}, {@code ALTER TABLE t ADD UNIQUE (c)} and the like make another one each time. */
    private boolean leavesNamesToTheDatabase() {
        for (int i = 1; i + 1 < words.size(); i++) {
            String word = words.get(i);
            String next = words.get(i + 1);
            boolean added = words.get(i - 1).equals("ADD") || words.get(i - 1).equals("UNIQUE");
            boolean unnamed = next.equals("(") ? NAMED.contains(word) : word.equals("FOREIGN");
            if ((begins(ALTER) && added && unnamed) || (begins(CREATE) && word.equals("INDEX") && next.equals("ON"))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the {@code answer} to running it again says that it was done before. */
    public boolean wasDone(SQLException answer) {
        boolean makes = begins(CREATE) || words.contains("ADD") || words.contains("RENAME");
        boolean removes =
                begins(DROP) || words.contains("DROP") || words.contains("RENAME") || words.contains("CHANGE");
        return (makes && database.type().errorCodes().isDuplicate(answer))
                || (removes && database.type().errorCodes().isMissing(answer));
    }
}
