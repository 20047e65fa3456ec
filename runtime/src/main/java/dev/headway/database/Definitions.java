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

/** Writes the definitions of columns, constraints and indexes, with the hooks by which databases differ in them. */
public class Definitions {
    private final StandardDialect dialect;

    protected Definitions(StandardDialect dialect) {
        this.dialect = dialect;
    }

    protected final StandardDialect dialect() {
        return dialect;
    }

    /** Returns what stands between the parentheses of {@code CREATE TABLE}. */
    public List<String> of(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(of(column)));
        table.constraints().forEach(constraint -> lines.add(of(constraint)));
        return lines;
    }

    public String of(Column column) {
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

    /** Returns what says that a column may be null; empty where nothing must. */
    protected String nullable(Column column) {
        return "";
    }

    public String collation(String name) {
        return dialect.qualified(name);
    }

    public String identity(Identity identity) {
        String options = identity.start() == 1 && identity.increment() == 1
                ? ""
                : " (START WITH " + identity.start() + " INCREMENT BY " + identity.increment() + ")";
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY" + options;
    }

    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    public final String of(Constraint constraint) {
        String named = constraint.name() == null ? "" : "CONSTRAINT " + dialect.quote(constraint.name()) + " ";
        if (constraint instanceof PrimaryKey) {
            return named + "PRIMARY KEY " + names(constraint.columns());
        } else if (constraint instanceof Unique unique) {
            return named + unique(unique);
        } else if (constraint instanceof ForeignKey key) {
            return named + foreignKey(key);
        } else if (constraint instanceof Check check) {
            return named + check(check);
        }
        return named + exclusion((Exclusion) constraint);
    }

    protected String unique(Unique unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? nullsNotDistinct() + " " : "") + names(unique.columns())
                + deferral(unique.deferral());
    }

    /** Returns what takes one null for another. */
    protected String nullsNotDistinct() {
        throw dialect.refusal("takes nulls for distinct in unique constraints and indexes");
    }

    protected String foreignKey(ForeignKey key) {
        return "FOREIGN KEY " + names(key.columns()) + " REFERENCES " + dialect.qualified(key.table()) + " "
                + names(key.referenced())
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + deferral(key.deferral());
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.name().replace('_', ' ');
    }

    protected String deferral(Deferral deferral) {
        if (deferral != Deferral.NOT_DEFERRABLE) {
            throw dialect.refusal("checks constraints with each statement: they cannot be deferrable");
        }
        return "";
    }

    /** Returns the standard's words for when a constraint is checked, for dialects that have them. */
    protected static String standardDeferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    protected String check(Check check) {
        return "CHECK (" + check.condition() + ")";
    }

    protected String exclusion(Exclusion exclusion) {
        throw dialect.refusal("has no exclusion constraints");
    }

    /** Returns what is created. */
    public String kind(Index index) {
        return index.unique() ? "UNIQUE INDEX" : "INDEX";
    }

    /** Returns what follows {@code CREATE INDEX}. */
    public String of(Index index) {
        if (index.method() != null) {
            throw dialect.refusal(
                    "has one kind of index, so there is nothing to say with using(\"" + index.method() + "\")");
        } else if (!index.included().isEmpty()) {
            throw dialect.refusal("has no indexes that include other columns");
        } else if (index.where() != null) {
            throw dialect.refusal("has no indexes on some of the rows");
        } else if (index.nullsNotDistinct()) {
            nullsNotDistinct();
        }
        return dialect.qualified(index.name()) + " ON " + dialect.qualified(index.table()) + " " + keys(index);
    }

    public final String keys(Index index) {
        return "(" + String.join(", ", index.keys().stream().map(this::key).toList()) + ")";
    }

    public String key(Index.Key key) {
        if (key.operatorClass() != null) {
            throw dialect.refusal("has no operator classes");
        }
        return (key.expression() ? expression(key) : dialect.quote(key.text()))
                + (key.descending() ? " DESC" : "")
                + (key.nulls() == null ? "" : " NULLS " + key.nulls());
    }

    /** Returns an expression that an index is sorted by. */
    protected String expression(Index.Key key) {
        throw dialect.refusal("has no indexes on expressions: add a generated column, and index that");
    }

    public final String names(List<String> names) {
        return "(" + String.join(", ", names.stream().map(dialect::quote).toList()) + ")";
    }
}
