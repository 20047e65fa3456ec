package dev.headway.internal.database.sqlite;

import dev.headway.internal.database.sqlite.SqliteClause.Kind;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a table of what SQLite keeps. */
final class SqliteTableReader {
    private final Function<String, Optional<SqliteStored>> others;
    private final String name;
    private final SqliteTable table;
    private final SqliteStored stored;

    /** Reads {@code stored} under a name; {@code others} finds the tables that it points at. */
    SqliteTableReader(Function<String, Optional<SqliteStored>> others, String name, SqliteStored stored) {
        this.others = others;
        this.name = name;
        this.stored = stored;
        this.table = stored.table();
    }

    Table read() {
        return new Table(
                name,
                table.columnDefinitions().map(this::column).toList(),
                constraints(),
                stored.indexes().stream()
                        .map(index -> SqliteIndexReader.read(index, name))
                        .toList(),
                null);
    }

    private Column column(SqliteDefinition definition) {
        boolean numbered = definition
                .clause(Kind.PRIMARY_KEY)
                .map(key -> key.says("AUTOINCREMENT"))
                .orElse(false);
        return new Column(
                String.valueOf(definition.column()),
                new ColumnType.Native(definition.type()),
                !refusesNull(definition),
                definition
                        .clause(Kind.DEFAULT)
                        .map(clause -> new DefaultValue.Expression(clause.inParentheses()))
                        .orElse(null),
                numbered ? Identity.BY_DEFAULT : null,
                definition
                        .clause(Kind.GENERATED)
                        .map(clause -> new Generated(clause.inParentheses(), clause.says("STORED")))
                        .orElse(null),
                definition
                        .clause(Kind.COLLATE)
                        .map(clause -> clause.tokens().get(1).name())
                        .orElse(null),
                null);
    }

    /** The columns of a primary key can be null, but for row ids and the keys of tables that have none. */
    private boolean refusesNull(SqliteDefinition definition) {
        boolean alone = primaryKey().equals(List.of(String.valueOf(definition.column())));
        return definition.has(Kind.NOT_NULL)
                || (alone && definition.type().equalsIgnoreCase("integer"))
                || (table.isWithoutRowid() && primaryKey().stream().anyMatch(definition::isColumn));
    }

    private List<String> primaryKey() {
        return constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .map(Constraint::columns)
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the constraint that a clause is, without its name; null if it is none. */
    @Nullable
    Constraint unnamed(SqliteDefinition definition, SqliteClause clause) {
        Constraint constraint = constraint(definition, clause);
        return constraint == null ? null : constraint.named(null);
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (SqliteDefinition definition : table.definitions()) {
            for (SqliteClause clause : definition.clauses()) {
                Constraint constraint = constraint(definition, clause);
                if (constraint != null) {
                    constraints.add(constraint);
                }
            }
        }
        return constraints;
    }

    /** Returns the columns that a clause is on, spelled as the table spells them. */
    private List<String> columns(SqliteDefinition definition, SqliteClause clause) {
        List<String> listed = definition.column() == null ? clause.columns() : List.of(definition.column());
        return listed.stream().map(this::spelled).toList();
    }

    private String spelled(String column) {
        return table.columns().stream()
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(column);
    }

    private @Nullable Constraint constraint(SqliteDefinition definition, SqliteClause clause) {
        List<String> columns = columns(definition, clause);
        return switch (clause.kind()) {
            case PRIMARY_KEY -> new PrimaryKey(clause.name(), columns);
            case UNIQUE -> new Unique(clause.name(), columns);
            case CHECK -> new Check(clause.name(), clause.inParentheses(), true);
            case FOREIGN_KEY -> new SqliteForeignKeyReader(clause, columns, this::primaryKeyOf).read();
            case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED -> null;
        };
    }

    /** A foreign key is always to a table of the same schema. */
    private List<String> primaryKeyOf(String parent) {
        if (parent.equalsIgnoreCase(table.name())) {
            return table.definitions().stream()
                    .flatMap(definition -> definition.clauses().stream()
                            .filter(clause -> clause.kind() == Kind.PRIMARY_KEY)
                            .map(clause -> columns(definition, clause)))
                    .findFirst()
                    .orElse(List.of());
        }
        String schema = QualifiedName.parse(name).schema();
        String qualified =
                (schema == null ? "" : QualifiedName.literally(schema) + ".") + QualifiedName.literally(parent);
        Optional<SqliteStored> found = others.apply(qualified);
        return found.map(stored -> new SqliteTableReader(others, qualified, stored).primaryKeyOf(parent))
                .orElse(List.of());
    }
}
