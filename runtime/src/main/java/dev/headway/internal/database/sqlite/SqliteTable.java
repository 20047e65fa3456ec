package dev.headway.internal.database.sqlite;

import dev.headway.internal.database.sqlite.SqliteClause.Kind;
import dev.headway.schema.Constraint;
import dev.headway.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code CREATE TABLE} of SQLite, of which parts can be changed while all else stays as it was written. */
public final class SqliteTable {
    private static final Set<Kind> KEYS = Set.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.FOREIGN_KEY);

    private final String name;
    private final List<SqliteDefinition> definitions;
    private final String tail;

    private SqliteTable(String name, List<SqliteDefinition> definitions, String tail) {
        this.name = name;
        this.definitions = List.copyOf(definitions);
        this.tail = tail;
    }

    /**
     * Reads a table as {@code sqlite_schema} has it.
     *
     * @throws IllegalStateException if it is none, or is written in a way that Headway does not understand
     */
    static SqliteTable of(String name, String sql) {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        int open = SqliteClause.indexOf(tokens, "(");
        if (open < 0 || tokens.get(1).is("VIRTUAL")) {
            throw new IllegalStateException("Headway cannot change table '" + name + "', which SQLite has as: " + sql);
        }
        int depth = 0;
        for (SqliteToken token : tokens.subList(open, tokens.size())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                String body = sql.substring(tokens.get(open).end(), token.start());
                return of(name, body, sql.substring(token.start()));
            }
        }
        throw new IllegalStateException("The parentheses do not close in: " + sql);
    }

    /** Blanks behind the last definition, if they are no more than that, stay where they are whatever is last. */
    private static SqliteTable of(String name, String body, String end) {
        List<SqliteToken> tokens = SqliteToken.of(body);
        int last = tokens.get(tokens.size() - 1).end();
        boolean blank = body.substring(last).isBlank();
        return new SqliteTable(
                name,
                SqliteDefinition.split(blank ? body.substring(0, last) : body),
                blank ? body.substring(last) + end : end);
    }

    /** Returns the name, as it is to read back. */
    public String name() {
        return name;
    }

    /** Returns what creates it under another name, which is given as it stands in SQL. */
    public String createAs(String quotedName) {
        return "CREATE TABLE " + quotedName + " ("
                + String.join(
                        ",", definitions.stream().map(SqliteDefinition::text).toList())
                + tail;
    }

    /** Returns the columns, in order. */
    public List<String> columns() {
        return columnDefinitions().map(SqliteTable::name).toList();
    }

    private static String name(SqliteDefinition column) {
        return column.column() == null ? "" : column.column();
    }

    Stream<SqliteDefinition> columnDefinitions() {
        return definitions.stream().filter(definition -> definition.column() != null);
    }

    List<SqliteDefinition> definitions() {
        return definitions;
    }

    /** Returns the columns that have values of their own, in order. */
    public List<String> storedColumns() {
        return columnDefinitions()
                .filter(column -> !column.has(Kind.GENERATED))
                .map(SqliteTable::name)
                .toList();
    }

    /** Returns whether it has this column. */
    public boolean hasColumn(String column) {
        return definitions.stream().anyMatch(definition -> definition.isColumn(column));
    }

    /** Returns whether it has a constraint of this name. */
    public boolean hasConstraint(String constraint) {
        return clauses().anyMatch(clause -> constraint.equalsIgnoreCase(clause.name()));
    }

    private Stream<SqliteClause> clauses() {
        return definitions.stream().flatMap(definition -> definition.clauses().stream());
    }

    /** Returns whether SQLite keeps the highest number that a row ever had. */
    public boolean isAutoincrement() {
        return clauses()
                .filter(clause -> clause.kind() == Kind.PRIMARY_KEY)
                .flatMap(clause -> clause.tokens().stream())
                .anyMatch(token -> token.is("AUTOINCREMENT"));
    }

    /** Returns whether it has no row ids. */
    boolean isWithoutRowid() {
        return SqliteClause.indexOf(SqliteToken.of(tail), "WITHOUT") >= 0;
    }

    /** Returns whether SQLite can drop a column by itself, as far as this table says. */
    public boolean isFree(String column) {
        return definitions.stream()
                .allMatch(definition -> definition.isColumn(column)
                        ? KEYS.stream().noneMatch(definition::has)
                        : definition.clauses().stream().noneMatch(clause -> concerns(clause, column)));
    }

    private boolean concerns(SqliteClause clause, String column) {
        return clause.concerned(columns()).contains(column.toLowerCase(Locale.ROOT));
    }

    /** Adds a column, behind the others. */
    public SqliteTable withColumn(String definition) {
        List<SqliteDefinition> more = new ArrayList<>(definitions);
        more.add((int) columnDefinitions().count(), SqliteDefinition.of("\n  " + definition));
        return with(more);
    }

    /** Adds a constraint. */
    public SqliteTable withConstraint(String definition) {
        List<SqliteDefinition> more = new ArrayList<>(definitions);
        more.add(SqliteDefinition.of("\n  " + definition));
        return with(more);
    }

    private SqliteTable with(List<SqliteDefinition> changed) {
        return new SqliteTable(name, changed, tail);
    }

    /**
     * Takes a column away, and the constraints on it alone.
     *
     * @throws IllegalStateException if something else concerns it
     */
    public SqliteTable withoutColumn(String column) {
        requireColumn(column);
        List<SqliteDefinition> left = new ArrayList<>();
        for (SqliteDefinition definition : definitions) {
            SqliteDefinition rest = definition.isColumn(column) ? null : withoutConcern(definition, column);
            if (rest != null) {
                left.add(rest);
            }
        }
        return with(left);
    }

    private @Nullable SqliteDefinition withoutConcern(SqliteDefinition definition, String column) {
        SqliteDefinition left = definition;
        List<SqliteClause> clauses = new ArrayList<>(definition.clauses());
        for (int i = clauses.size() - 1; i >= 0; i--) {
            SqliteClause clause = clauses.get(i);
            if (!concerns(clause, column)) {
                continue;
            }
            if (clause.kind() == Kind.GENERATED || clause.concerned(columns()).size() > 1) {
                throw new IllegalStateException("Column '" + column + "' of table '" + name
                        + "' cannot be dropped while this names it beside others: "
                        + (definition.column() == null ? "" : definition.column() + " ") + clause.body()
                        + ". Drop that first.");
            }
            left = left == null ? null : left.without(clause);
        }
        return left;
    }

    /** Changes the type of a column, which is given as it stands in SQL. */
    public SqliteTable withType(String column, String type) {
        return changed(column, definition -> definition.withType(type));
    }

    /** Changes the order of the texts in a column, which is given as it stands in SQL; null for the usual one. */
    public SqliteTable withCollation(String column, @Nullable String collation) {
        return changed(column, definition -> {
            SqliteDefinition free = definition.without(Kind.COLLATE);
            return collation == null ? free : free.with("COLLATE " + collation);
        });
    }

    /** Takes away the check that a column holds one of a few texts, if it has one. */
    public SqliteTable withoutValues(String column) {
        return changed(column, definition -> {
            SqliteDefinition left = definition;
            for (SqliteClause clause : definition.clauses()) {
                List<SqliteToken> tokens = clause.tokens();
                if (clause.kind() == Kind.CHECK
                        && clause.name() == null
                        && tokens.get(2).isNamed(column)
                        && tokens.get(3).is("IN")) {
                    SqliteDefinition shorter = left.without(clause);
                    return shorter == null ? left : shorter;
                }
            }
            return left;
        });
    }

    /** Says something more of a column, as it stands in SQL. */
    public SqliteTable withClause(String column, String clause) {
        return changed(column, definition -> definition.with(clause));
    }

    /** Lets a column be null, or refuse it. */
    public SqliteTable withNullable(String column, boolean nullable) {
        return changed(column, definition -> {
            SqliteDefinition free = definition.without(Kind.NOT_NULL);
            return nullable ? free : free.without(Kind.NULL).with("NOT NULL");
        });
    }

    /** Changes the default of a column, which is given as it stands in SQL; null takes it away. */
    public SqliteTable withDefault(String column, @Nullable String value) {
        return changed(column, definition -> {
            SqliteDefinition free = definition.without(Kind.DEFAULT);
            return value == null ? free : free.with("DEFAULT " + value);
        });
    }

    private SqliteTable changed(String column, UnaryOperator<SqliteDefinition> change) {
        requireColumn(column);
        return with(definitions.stream()
                .map(definition -> definition.isColumn(column) ? change.apply(definition) : definition)
                .toList());
    }

    private void requireColumn(String column) {
        if (!hasColumn(column)) {
            throw new IllegalStateException(
                    "Table '" + name + "' has no column '" + column + "'; its columns are " + columns());
        }
    }

    /** Takes a constraint away. */
    public SqliteTable withoutConstraint(String constraint) {
        requireConstraint(constraint);
        return constraintChanged(
                (definition, clause) -> constraint.equalsIgnoreCase(clause.name()), SqliteDefinition::without);
    }

    /** Takes away a constraint that is like this one, whatever its name. */
    public SqliteTable withoutConstraintLike(Constraint like) {
        SqliteTableReader reader = new SqliteTableReader(
                other -> Optional.empty(),
                QualifiedName.literally(name),
                new SqliteStored(this, List.of(), List.of(), List.of()));
        SqliteTable without = constraintChanged(
                (definition, clause) -> like.named(null).equals(reader.unnamed(definition, clause)),
                SqliteDefinition::without);
        if (without.clauses().count() == clauses().count()) {
            throw new IllegalStateException("Table '" + name + "' has no constraint like " + like);
        }
        return without;
    }

    /** Gives a constraint another name, which is given as it stands in SQL. */
    public SqliteTable withConstraintRenamed(String constraint, String quotedName) {
        requireConstraint(constraint);
        return constraintChanged(
                (definition, clause) -> constraint.equalsIgnoreCase(clause.name()),
                (definition, clause) -> definition.renamed(clause, quotedName));
    }

    private interface ClauseChange {
        @Nullable
        SqliteDefinition apply(SqliteDefinition definition, SqliteClause clause);
    }

    private void requireConstraint(String constraint) {
        if (!hasConstraint(constraint)) {
            throw new IllegalStateException(
                    "Table '" + name + "' has no constraint '" + constraint + "'; those that have names are "
                            + clauses()
                                    .map(SqliteClause::name)
                                    .filter(named -> named != null)
                                    .toList());
        }
    }

    private SqliteTable constraintChanged(BiPredicate<SqliteDefinition, SqliteClause> which, ClauseChange change) {
        List<SqliteDefinition> changed = new ArrayList<>();
        for (SqliteDefinition definition : definitions) {
            SqliteDefinition left = definition.clauses().stream()
                    .filter(clause -> which.test(definition, clause))
                    .findFirst()
                    .map(clause -> new Changed(change.apply(definition, clause)))
                    .orElse(new Changed(definition))
                    .definition();
            if (left != null) {
                changed.add(left);
            }
        }
        return with(changed);
    }

    /** A definition that was changed; null if it is gone. */
    private record Changed(@Nullable SqliteDefinition definition) {}
}
