package dev.headway.internal.database.mysqlfamily;

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
import java.util.Locale;
import java.util.regex.Pattern;

/** Definitions of columns, constraints and indexes that MariaDB and MySQL share. */
public class FamilyDefinitions extends Definitions {
    private static final Pattern PREFIX_OF_COLUMN = Pattern.compile("[\\w$`]+\\(\\d+\\)");

    private final FamilyDialect dialect;

    protected FamilyDefinitions(FamilyDialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /** The index of a column that numbers the rows must be created together with the table. */
    @Override
    public List<String> tableElements(Table table) {
        List<String> lines = new ArrayList<>(super.tableElements(table));
        dialect.numbering().index(table).ifPresent(index -> lines.add(within(index)));
        return lines;
    }

    /** Returns an index as a part of the definition of its table. */
    protected final String within(Index index) {
        return indexKind(index) + " " + index(index, "");
    }

    @Override
    public String column(Column column) {
        return super.column(column) + (column.comment() == null ? "" : " COMMENT " + dialect.literal(column.comment()));
    }

    /** Servers can be configured to make a timestamp NOT NULL unless it is declared NULL. */
    @Override
    protected String nullable(Column column) {
        return isTimestamp(column.type()) && column.generated() == null ? " NULL" : "";
    }

    /** Returns whether columns of this type are points in time, which sessions show in their own zones. */
    static boolean isTimestamp(ColumnType type) {
        return type == Plain.TIMESTAMPTZ
                || (type instanceof ColumnType.Native named && named.sql().startsWith("timestamp"));
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
    public String indexKind(Index index) {
        String method = index.method();
        return method != null && FamilyIndexes.KINDS.contains(method)
                ? method.toUpperCase(Locale.ROOT) + " INDEX"
                : super.indexKind(index);
    }

    @Override
    public String index(Index index) {
        return index(index, " ON " + dialect.qualified(index.table()));
    }

    private String index(Index index, String on) {
        String method = index.method();
        String using = method == null || FamilyIndexes.KINDS.contains(method) ? "" : " USING " + method;
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
        return name + using + on + super.index(plain).substring(start.length());
    }

    @Override
    protected String indexKey(Index.Key key) {
        if (key.nulls() != null) {
            throw dialect.unsupported("takes nulls for the smallest values of an index");
        }
        return super.indexKey(key);
    }

    /** The prefix of a column, as in {@code text(20)}, is not an expression; an index on a long text requires it. */
    @Override
    protected final String indexExpression(Index.Key key) {
        return PREFIX_OF_COLUMN.matcher(key.text()).matches() ? key.text() : indexed(key);
    }

    /** Returns an expression as a key of an index. */
    protected String indexed(Index.Key key) {
        return super.indexExpression(key);
    }
}
