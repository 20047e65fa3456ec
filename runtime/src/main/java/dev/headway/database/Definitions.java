package dev.headway.database;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Deferral;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the definitions of columns, constraints and indexes as standard SQL. A database that differs extends this class and
 * returns the subclass from {@link StandardDialect#definitions}. Every method has a default; a method throws {@link
 * StandardDialect#unsupported} for what the database doesn't have.
 *
 * @since 0.1
 */
public class Definitions {
    private final StandardDialect dialect;

    /** Creates definitions that render names, types and values as {@code dialect} does. */
    protected Definitions(StandardDialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the dialect that renders names, types and values. */
    protected final StandardDialect dialect() {
        return dialect;
    }

    /** Returns the elements of {@code CREATE TABLE}: by default the columns, then the constraints. */
    public List<String> tableElements(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column)));
        table.constraints().forEach(constraint -> lines.add(constraint(constraint)));
        return lines;
    }

    /**
     * Returns the definition of a column: name, type, collation, identity, generation expression, default, nullability and,
     * if {@link Dialect#checksEnums}, a check of the enum's values.
     */
    public String column(Column column) {
        StringBuilder sql = new StringBuilder(dialect.quote(column.name()) + " " + dialect.type(column.type()));
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(collation(column.collation()));
        }
        if (column.identity() != null) {
            sql.append(' ').append(identity(column.identity()));
        }
        if (column.generated() != null) {
            sql.append(' ').append(generated(column.generated()));
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(dialect.defaultValue(column.defaultValue(), column.type()));
        }
        sql.append(column.nullable() ? nullable(column) : " NOT NULL");
        if (column.type() instanceof ColumnType.Enumerated enumerated && dialect.checksEnums()) {
            sql.append(" CHECK (").append(dialect.quote(column.name())).append(" IN (");
            sql.append(String.join(
                            ", ",
                            enumerated.values().stream().map(dialect::literal).toList()))
                    .append("))");
        }
        return sql.toString();
    }

    /** Returns the text after a column that may be null, such as {@code " NULL"}. Default: empty. */
    protected String nullable(Column column) {
        return "";
    }

    /** Returns the name of a collation in SQL. */
    public String collation(String name) {
        return dialect.qualified(name);
    }

    /** Returns the clause that makes a column an identity column. */
    public String identity(Identity identity) {
        String options = identity.start() == 1 && identity.increment() == 1
                ? ""
                : " (START WITH " + identity.start() + " INCREMENT BY " + identity.increment() + ")";
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY" + options;
    }

    /** Returns the clause that makes a column a generated column. */
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    /** Returns a constraint, with {@code CONSTRAINT name} if it has a name. */
    public final String constraint(Constraint constraint) {
        String named = constraint.name() == null ? "" : "CONSTRAINT " + dialect.quote(constraint.name()) + " ";
        if (constraint instanceof PrimaryKey) {
            return named + "PRIMARY KEY " + columnList(constraint.columns());
        } else if (constraint instanceof Unique unique) {
            return named + unique(unique);
        } else if (constraint instanceof ForeignKey key) {
            return named + foreignKey(key);
        } else if (constraint instanceof Check check) {
            return named + check(check);
        }
        return named + exclusion((Exclusion) constraint);
    }

    /** Returns a unique constraint without its name. */
    protected String unique(Unique unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? nullsNotDistinct() + " " : "") + columnList(unique.columns())
                + deferral(unique.deferral());
    }

    /** Returns the words that make nulls equal in a unique constraint or index. Default: throws, since few databases have them. */
    protected String nullsNotDistinct() {
        throw dialect.unsupported("takes nulls for distinct in unique constraints and indexes");
    }

    /** Returns a foreign key without its name. */
    protected String foreignKey(ForeignKey key) {
        return "FOREIGN KEY " + columnList(key.columns()) + " REFERENCES " + dialect.qualified(key.table()) + " "
                + columnList(key.referenced())
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + deferral(key.deferral());
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.name().replace('_', ' ');
    }

    /**
     * Returns the text after a constraint that specifies when it is checked. Default: throws for a deferrable constraint. A
     * database that has deferrable constraints returns {@link #standardDeferral}.
     */
    protected String deferral(Deferral deferral) {
        if (deferral != Deferral.NOT_DEFERRABLE) {
            throw dialect.unsupported("checks constraints with each statement: they cannot be deferrable");
        }
        return "";
    }

    /** Returns {@code DEFERRABLE} and {@code INITIALLY DEFERRED} as the standard writes them. */
    protected static String standardDeferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** Returns a CHECK constraint without its name. */
    protected String check(Check check) {
        return "CHECK (" + check.condition() + ")";
    }

    /** Returns an exclusion constraint without its name. Default: throws. */
    protected String exclusion(Exclusion exclusion) {
        throw dialect.unsupported("has no exclusion constraints");
    }

    /** Returns the words after {@code CREATE}: {@code INDEX} or {@code UNIQUE INDEX}. */
    public String indexKind(Index index) {
        return index.unique() ? "UNIQUE INDEX" : "INDEX";
    }

    /**
     * Returns the text after {@code CREATE INDEX}: name, table and keys. Default: throws if the index has a method, included
     * columns, a condition or equal nulls.
     */
    public String index(Index index) {
        if (index.method() != null) {
            throw dialect.unsupported("has one kind of index, so omit using(\"" + index.method() + "\")");
        } else if (!index.included().isEmpty()) {
            throw dialect.unsupported("has no indexes that include other columns");
        } else if (index.where() != null) {
            throw dialect.unsupported("has no indexes on some of the rows");
        } else if (index.nullsNotDistinct()) {
            nullsNotDistinct();
        }
        return dialect.qualified(index.name()) + " ON " + dialect.qualified(index.table()) + " " + indexKeys(index);
    }

    /** Returns the keys of an index in parentheses. */
    protected final String indexKeys(Index index) {
        return "(" + String.join(", ", index.keys().stream().map(this::indexKey).toList()) + ")";
    }

    /** Returns a key of an index: a column or an expression, with its order. Default: throws if it has an operator class. */
    protected String indexKey(Index.Key key) {
        if (key.operatorClass() != null) {
            throw dialect.unsupported("has no operator classes");
        }
        return (key.expression() ? indexExpression(key) : dialect.quote(key.text()))
                + (key.descending() ? " DESC" : "")
                + (key.nulls() == null ? "" : " NULLS " + key.nulls());
    }

    /** Returns an expression as a key of an index. Default: throws. */
    protected String indexExpression(Index.Key key) {
        throw dialect.unsupported("has no indexes on expressions: add a generated column, and index that");
    }

    /** Returns names of columns in parentheses, with commas between them. */
    public final String columnList(List<String> names) {
        return "(" + String.join(", ", names.stream().map(dialect::quote).toList()) + ")";
    }
}
