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
    public List<String> tableElements(Table table) {
        List<String> lines = new ArrayList<>(super.tableElements(table));
        dialect.numbering().index(table).ifPresent(index -> lines.add(indexKind(index) + " " + index(index, "")));
        return lines;
    }

    @Override
    public String column(Column column) {
        if (column.generated() != null && !column.nullable() && !dialect.isMySql()) {
            throw dialect.unsupported(
                    "has no generated columns that refuse null: say check(\"… IS NOT NULL\") instead");
        }
        return super.column(column) + (column.comment() == null ? "" : " COMMENT " + dialect.literal(column.comment()));
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
            throw dialect.unsupported("numbers rows one by one");
        }
        return "AUTO_INCREMENT";
    }

    @Override
    protected String foreignKey(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            throw dialect.unsupported("has no foreign keys that set defaults: take SET_NULL, or a trigger");
        }
        return super.foreignKey(key);
    }

    @Override
    public String index(Index index) {
        return index(index, " ON " + dialect.qualified(index.table()));
    }

    private String index(Index index, String on) {
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
        return name + method + on + super.index(plain).substring(start.length());
    }

    @Override
    protected String indexKey(Index.Key key) {
        if (key.nulls() != null) {
            throw dialect.unsupported("takes nulls for the smallest values of an index");
        }
        return super.indexKey(key);
    }

    /** The beginning of a column, {@code text(20)}, is no expression, and needed to index a long text. */
    @Override
    protected String indexExpression(Index.Key key) {
        if (PREFIX_OF_COLUMN.matcher(key.text()).matches()) {
            return key.text();
        }
        return dialect.isMySql() ? "(" + key.text() + ")" : super.indexExpression(key);
    }
}
