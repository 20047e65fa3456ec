package dev.headway.internal.database.sqlite;

import dev.headway.internal.database.sqlite.SqliteClause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two commas of {@code CREATE TABLE}: a column, or constraints of the table.
 *
 * @param text the definition, with the blanks and comments around it
 * @param column the name of the column; null if it is none
 * @param typeStart where the type of the column begins
 * @param typeEnd where it ends; the same if it has none
 * @param clauses what is said behind
 */
record SqliteDefinition(String text, @Nullable String column, int typeStart, int typeEnd, List<SqliteClause> clauses) {
    private static final List<String> CONSTRAINTS = List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    static SqliteDefinition of(String text) {
        List<SqliteToken> tokens = SqliteToken.of(text);
        SqliteToken first = tokens.get(0);
        if (CONSTRAINTS.stream().anyMatch(first::is)) {
            return new SqliteDefinition(text, null, 0, 0, new SqliteClauseReader(text, tokens, 0).clauses());
        }
        SqliteClauseReader reader = new SqliteClauseReader(text, tokens, 1);
        int typeEnd = reader.type(first.end());
        int typeStart = typeEnd == first.end() ? typeEnd : tokens.get(1).start();
        return new SqliteDefinition(text, first.name(), typeStart, typeEnd, reader.clauses());
    }

    boolean isColumn(String name) {
        return column != null && column.equalsIgnoreCase(name);
    }

    String type() {
        return text.substring(typeStart, typeEnd);
    }

    Optional<SqliteClause> clause(Kind kind) {
        return clauses.stream().filter(clause -> clause.kind() == kind).findFirst();
    }

    boolean has(Kind kind) {
        return clause(kind).isPresent();
    }

    SqliteDefinition withType(String type) {
        return replaced(typeStart, typeEnd, typeStart == typeEnd ? " " + type : type);
    }

    /** Returns this definition without a clause; null if nothing is left. */
    @Nullable
    SqliteDefinition without(SqliteClause clause) {
        if (column == null && clauses.size() == 1) {
            return null;
        }
        int from = clause.start();
        int to = clause.end();
        if (column == null && clause.equals(clauses.get(0))) {
            to = clauses.get(1).start();
        } else {
            while (Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
        }
        return replaced(from, to, "");
    }

    /** Returns this definition of a column without clauses of a kind. */
    SqliteDefinition without(Kind kind) {
        SqliteDefinition left = this;
        while (true) {
            Optional<SqliteClause> clause = left.clause(kind);
            SqliteDefinition shorter = clause.isEmpty() ? null : left.without(clause.get());
            if (shorter == null) {
                return left;
            }
            left = shorter;
        }
    }

    SqliteDefinition with(String clause) {
        List<SqliteToken> tokens = SqliteToken.of(text);
        int end = tokens.get(tokens.size() - 1).end();
        return replaced(end, end, " " + clause);
    }

    SqliteDefinition renamed(SqliteClause clause, String quotedName) {
        int body = clause.end() - clause.body().length();
        return replaced(clause.start(), body, "CONSTRAINT " + quotedName + " ");
    }

    private SqliteDefinition replaced(int start, int end, String by) {
        return of(text.substring(0, start) + by + text.substring(end));
    }

    /** Splits what stands in the parentheses at the commas that stand in no others. */
    static List<SqliteDefinition> split(String text) {
        List<SqliteDefinition> definitions = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (SqliteToken token : SqliteToken.of(text)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                definitions.add(of(text.substring(start, token.start())));
                start = token.end();
            }
        }
        definitions.add(of(text.substring(start)));
        return List.copyOf(definitions);
    }
}
