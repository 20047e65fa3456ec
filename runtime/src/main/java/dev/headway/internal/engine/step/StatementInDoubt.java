package dev.headway.internal.engine.step;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.ShownStatement;
import dev.headway.database.SqlStatement;
import dev.headway.internal.engine.journal.CannotResumeException;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlText;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A statement that a process may have executed before it died. A definition is executed again, and the answer of the database
 * shows whether it had been executed: the object to create exists, or the object to drop is missing.
 */
final class StatementInDoubt {
    private static final Set<String> DATA =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "VALUES", "TABLE", "(");

    private static final Set<String> CREATE = Set.of("CREATE");
    private static final Set<String> DROP = Set.of("DROP", "RENAME");

    private final SqlStatement statement;
    private final DetectedDatabase database;
    private final List<String> words;
    private final SqlText text;
    private final List<String> firstWords;

    private StatementInDoubt(SqlStatement statement, DetectedDatabase database) {
        this.statement = statement;
        this.database = database;
        this.text = SqlText.of(statement.sql(), database.dialect().syntax());
        this.words = text.words();
        this.firstWords = firstWords();
    }

    /** Returns the first word of each statement: a driver may execute several statements in one text. */
    private List<String> firstWords() {
        if (!statement.sql().contains(";")) {
            return words.stream().limit(1).toList();
        }
        return text.statements().stream()
                .flatMap(each -> SqlText.of(each, database.dialect().syntax()).words().stream()
                        .limit(1))
                .toList();
    }

    static StatementInDoubt of(SqlStatement statement, DetectedDatabase database) {
        return new StatementInDoubt(statement, database);
    }

    /** Returns whether the statement reads or writes rows, so it can share a transaction with its record and is never in doubt. */
    boolean isData() {
        return (startsWith(DATA) || isDataWithSettings())
                && (database.dialect().transactionalDdl()
                        || firstWords.stream().skip(1).allMatch(DATA::contains));
    }

    /** Some databases change settings for one statement, as in {@code SET STATEMENT … FOR INSERT …}. */
    private boolean isDataWithSettings() {
        int statement = words.indexOf("FOR") + 1;
        return words.size() > statement
                && statement > 0
                && words.subList(0, 2).equals(List.of("SET", "STATEMENT"))
                && DATA.contains(words.get(statement));
    }

    /**
     * Executes the statement, unless {@code live} or the answer of the database shows that it was executed before.
     *
     * @param number the number of the statement in its step
     * @param revision the revision of the step
     * @throws CannotResumeException if that cannot be found out
     */
    void runAgain(int number, String revision, LiveSchema live, StatementRunner runner) {
        if (isApplied(live)) {
            return;
        }
        if (!isDecidable(live)) {
            throw new CannotResumeException("It is unknown whether statement " + number
                    + " was executed before an earlier run stopped at it, and running it again would not show it:\n  "
                    + ShownStatement.of(database.type(), statement).text()
                    + "\nCheck the database. If the change is there, run headway resume " + revision
                    + ", and the next run resumes after this statement; if it is not, run headway retry " + revision
                    + ", and the next run starts with it.");
        }
        try {
            runner.run(number, statement);
        } catch (StatementFailedException failure) {
            if (!(failure.getCause() instanceof SQLException answer && provesExecution(answer))) {
                throw failure;
            }
        }
    }

    /** Returns whether the schema already shows the effect of the statement. */
    private boolean isApplied(LiveSchema live) {
        return statement.effect() != null
                && statement.effect().isIn(live, database.type().source());
    }

    /** Returns whether executing the statement again reveals whether it had been executed. */
    private boolean isDecidable(LiveSchema live) {
        boolean repeatable = statement.effect() == null
                ? Repetition.of(text.tokens(), database.type().repeats()).isSafe()
                : statement.effect().isMissingIn(live, database.type().source());
        return repeatable
                && firstWords.size() < 2
                && !(words.contains("CONCURRENTLY") && !live.invalidIndexes().isEmpty());
    }

    private boolean startsWith(Set<String> any) {
        return !words.isEmpty() && any.contains(words.get(0));
    }

    /** Returns whether the {@code answer} to the second execution proves the first one. */
    private boolean provesExecution(SQLException answer) {
        boolean makes = startsWith(CREATE) || words.contains("ADD") || words.contains("RENAME");
        boolean removes =
                startsWith(DROP) || words.contains("DROP") || words.contains("RENAME") || words.contains("CHANGE");
        return (makes && database.type().errorCodes().isDuplicate(answer))
                || (removes && database.type().errorCodes().isMissing(answer));
    }
}
