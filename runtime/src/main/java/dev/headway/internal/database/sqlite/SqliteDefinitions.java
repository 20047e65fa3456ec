package dev.headway.internal.database.sqlite;

import dev.headway.database.Definitions;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Deferral;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQLite's definitions. */
final class SqliteDefinitions extends Definitions {
    private static final Set<ColumnType.Plain> INTEGERS =
            EnumSet.of(ColumnType.Plain.SMALLINT, ColumnType.Plain.INTEGER, ColumnType.Plain.BIGINT);

    SqliteDefinitions(SqliteDialect dialect) {
        super(dialect);
    }

    /** A column that numbers the rows is the primary key, and says so itself. */
    @Override
    public List<String> tableElements(Table table) {
        PrimaryKey key = table.primaryKey().orElse(null);
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean numbers = column.identity() != null
                    && key != null
                    && key.columns().equals(List.of(column.name()))
                    && isWholeNumber(column.type());
            lines.add(numbers ? numbered(column, key) : column(column));
        }
        table.constraints().stream()
                .filter(constraint -> !(constraint instanceof PrimaryKey && numbersItself(table, constraint.columns())))
                .forEach(constraint -> lines.add(constraint(constraint)));
        return lines;
    }

    private static boolean isWholeNumber(ColumnType type) {
        return type instanceof ColumnType.Native read
                ? read.sql().equalsIgnoreCase("integer")
                : type instanceof ColumnType.Plain plain && INTEGERS.contains(plain);
    }

    private static boolean numbersItself(Table table, List<String> key) {
        return key.size() == 1
                && table.column(key.get(0))
                        .filter(column -> column.identity() != null)
                        .isPresent();
    }

    private String numbered(Column column, @Nullable PrimaryKey key) {
        Identity identity = column.identity();
        if (identity != null && identity.always()) {
            throw dialect().unsupported("cannot keep an insert from bringing a number of its own: take identity()");
        } else if (identity != null && (identity.start() != 1 || identity.increment() != 1)) {
            throw dialect().unsupported("numbers rows one by one from 1 on");
        }
        String name = key == null ? null : key.name();
        return dialect().quote(column.name()) + " integer "
                + (name == null ? "" : "CONSTRAINT " + dialect().quote(name) + " ")
                + "PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    public String identity(Identity identity) {
        throw dialect()
                .unsupported("numbers rows only in a column of a whole-number type that is the primary key of a table"
                        + " from its beginning");
    }

    @Override
    protected String unique(Unique unique) {
        if (unique.deferral() != Deferral.NOT_DEFERRABLE) {
            throw dialect().unsupported("checks unique constraints with each row: they cannot be deferrable");
        }
        return super.unique(unique);
    }

    /** A foreign key is always to a table of the same database, and may not say so. */
    @Override
    protected String foreignKey(ForeignKey key) {
        QualifiedName table = QualifiedName.parse(key.table());
        return super.foreignKey(
                table.schema() == null
                        ? key
                        : new ForeignKey(
                                key.name(),
                                key.columns(),
                                QualifiedName.literally(table.name()),
                                key.referenced(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.deferral(),
                                key.validated()));
    }

    @Override
    protected String deferral(Deferral deferral) {
        return standardDeferral(deferral);
    }

    /** The index says the database that it is in, and the table does not. */
    @Override
    public String index(Index index) {
        QualifiedName table = QualifiedName.parse(index.table());
        boolean qualify =
                table.schema() != null && QualifiedName.parse(index.name()).schema() == null;
        Index plain = new Index(
                qualify ? QualifiedName.literally(String.valueOf(table.schema())) + "." + index.name() : index.name(),
                QualifiedName.literally(table.name()),
                index.keys(),
                index.unique(),
                index.method(),
                index.included(),
                null,
                index.nullsNotDistinct());
        return super.index(plain) + (index.where() == null ? "" : " WHERE " + index.where());
    }

    @Override
    protected String indexKey(Index.Key key) {
        if (key.nulls() != null) {
            throw dialect().unsupported("takes nulls for the smallest values of an index");
        }
        return super.indexKey(key);
    }

    @Override
    protected String indexExpression(Index.Key key) {
        return key.text();
    }
}
