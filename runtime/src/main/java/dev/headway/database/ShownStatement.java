package dev.headway.database;

import dev.headway.sql.SecretLiterals;
import dev.headway.sql.SecretMask;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a statement, and of the answer of the database to it, that messages may show.
 *
 * @since 0.1
 */
public final class ShownStatement {
    private static final int SHORTEST_VALUE = 3;

    private final SqlStatement statement;
    private final SecretMask mask;

    private ShownStatement(SqlStatement statement, SecretMask mask) {
        this.statement = statement;
        this.mask = mask;
    }

    /** Shows a statement without the secrets that a database of this type finds in it. */
    public static ShownStatement of(DatabaseType type, SqlStatement statement) {
        return new ShownStatement(
                statement,
                statement.secret() ? SecretMask.ofEverything() : SecretMask.of(type.secrets(statement.sql())));
    }

    /** Returns the statement with {@code ***} for each of its secrets, or a text that stands for a secret statement. */
    public String text() {
        return statement.secret() ? SecretMask.SECRET_STATEMENT : mask.mask(statement.sql());
    }

    /**
     * Returns the strings and arguments of a secret statement, which the database may quote in its answer to a later one. Short
     * ones are omitted, since they occur in other words.
     */
    public List<String> secretValues() {
        List<String> values = new ArrayList<>();
        if (statement.secret()) {
            values.addAll(SecretLiterals.strings(statement.sql()));
            statement.rows().forEach(row -> row.forEach(value -> values.add(String.valueOf(value))));
        }
        return values.stream().filter(value -> value.length() >= SHORTEST_VALUE).toList();
    }

    /** Returns an exception without the secrets, with the same SQL state and vendor code. */
    public Throwable answer(Throwable thrown) {
        return mask.mask(thrown);
    }
}
