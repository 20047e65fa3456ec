package dev.headway.internal.database.mariadb;

import dev.headway.database.Definitions;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** MariaDB's and MySQL's definitions. */
final class MariaDbDefinitions extends Definitions {
    private static final Pattern PREFIX_OF_COLUMN = Pattern.compile("[\\w$`]+\\(\\d+\\)");

    private final MariaDbDialect dialect;

    MariaDbDefinitions(MariaDbDialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /** An index that the rows are numbered by cannot wait until the table is there. */
    @Override
    public List<String> of(Table table) {
        List<String> lines = new ArrayList<>(super.of(table));
        dialect.numbering().index(table).ifPresent(index -> lines.add(kind(index) + " " + of(index, "")));
        return lines;
    }

    @Override
    public String of(Column column) {
        if (column.generated() != null && !column.nullable() && !dialect.isMySql()) {
            throw dialect.refusal("has no generated columns that refuse null: say check(\"… IS NOT NULL\") instead");
        }
        return super.of(column) + (column.comment() == null ? "" : " COMMENT " + dialect.literal(column.comment()));
    }

    /** A timestamp is not null unless something else is said, as servers may be configured. */
    @Override
    protected String nullable(Column column) {
        boolean timestamp = column.type() == Plain.TIMESTAMPTZ
                || (column.type() instanceof ColumnType.Native type
                        && type.sql().startsWith("timestamp"));
        return timestamp && column.generated() == null ? " NULL" : "";
    }

    @Override
    public String identity(Identity identity) {
        if (identity.increment() != 1) {
            throw dialect.refusal("numbers rows one by one");
        }
        return "AUTO_INCREMENT";
    }

    @Override
    protected String foreignKey(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            throw dialect.refusal("has no foreign keys that set defaults: take SET_NULL, or a trigger");
        }
        return super.foreignKey(key);
    }

    @Override
    public String of(Index index) {
        return of(index, " ON " + dialect.qualified(index.table()));
    }

    private String of(Index index, String on) {
        String method = index.method() == null ? "" : " USING " + index.method();
        Index plain = new Index(
                index.name(),
                index.table(),
                index.keys(),
                index.unique(),
                null,
                index.included(),
                index.where(),
                index.nullsNotDistinct());
        String name = dialect.quote(QualifiedName.parse(index.name()).name());
        String start = dialect.qualified(index.name()) + " ON " + dialect.qualified(index.table());
        return name + method + on + super.of(plain).substring(start.length());
    }

    @Override
    public String key(Index.Key key) {
        if (key.nulls() != null) {
            throw dialect.refusal("takes nulls for the smallest values of an index");
        }
        return super.key(key);
    }

    /** The beginning of a column, {@code text(20)}, is no expression, and needed to index a long text. */
    @Override
    protected String expression(Index.Key key) {
        if (PREFIX_OF_COLUMN.matcher(key.text()).matches()) {
            return key.text();
        }
        return dialect.isMySql() ? "(" + key.text() + ")" : super.expression(key);
    }
}
