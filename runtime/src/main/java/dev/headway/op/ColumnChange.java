package dev.headway.op;

import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What changes about a column: what is not said stays as it is. */
public final class ColumnChange extends ColumnTypes<ColumnChange> {
    private final String table;
    private final String column;
    private @Nullable ColumnType type;
    private @Nullable String using;
    private @Nullable Boolean nullable;
    private @Nullable DefaultValue defaultValue;
    private boolean dropsDefault;
    private @Nullable Identity identity;
    private boolean dropsIdentity;
    private @Nullable String collation;
    private boolean dropsCollation;
    private @Nullable Column from;

    ColumnChange(String table, String column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public ColumnChange of(ColumnType type) {
        this.type = type;
        return this;
    }

    /** Says how values of the new type come from the old, where the database does not know (PostgreSQL: {@code USING}). */
    public ColumnChange using(String expression) {
        using = expression;
        return this;
    }

    /** Refuses null from now on. */
    public ColumnChange notNull() {
        nullable = false;
        return this;
    }

    /** Allows null from now on. */
    public ColumnChange nullable() {
        nullable = true;
        return this;
    }

    /** Says what an insert that names no value gives from now on: as {@link ColumnDraft#defaultsTo} does. */
    public ColumnChange defaultsTo(@Nullable Object value) {
        defaultValue = DefaultValue.of(value);
        dropsDefault = false;
        return this;
    }

    /** Takes the default away. */
    public ColumnChange noDefault() {
        defaultValue = null;
        dropsDefault = true;
        return this;
    }

    /** Has the database number the rows from 1 on, unless an insert brings a number of its own. */
    public ColumnChange identity() {
        return identity(Identity.BY_DEFAULT);
    }

    /** Has the database number the rows from 1 on, whatever an insert brings. */
    public ColumnChange identityAlways() {
        return identity(new Identity(true, 1, 1));
    }

    /** Has the database number the rows so. Rows that are there keep the numbers that they have. */
    public ColumnChange identity(Identity identity) {
        this.identity = identity;
        dropsIdentity = false;
        return this;
    }

    /** Has the database no longer number the rows. */
    public ColumnChange noIdentity() {
        identity = null;
        dropsIdentity = true;
        return this;
    }

    /** Changes the order of its texts; say its type as well. */
    public ColumnChange collate(String collation) {
        this.collation = collation;
        dropsCollation = false;
        return this;
    }

    /** Gives its texts the usual order; say its type as well. */
    public ColumnChange noCollation() {
        collation = null;
        dropsCollation = true;
        return this;
    }

    /**
     * Says what the column is like before. From this a downgrade is derived; and scripts for databases that want a column
     * told whole, MariaDB and MySQL, are written without looking.
     */
    public ColumnChange from(Consumer<ColumnTypes<ColumnDraft>> definition) {
        from = SingleColumn.named(table, column, definition).column();
        return this;
    }

    AlterColumn change() {
        boolean numbersAsBefore = identity == null && !dropsIdentity;
        if (type == null && (collation != null || dropsCollation)) {
            throw new IllegalArgumentException("The collation of column '" + column + "' of table '" + table
                    + "' changes with its type: say that too, even if it stays the same");
        }
        if (type == null && nullable == null && defaultValue == null && !dropsDefault && numbersAsBefore) {
            throw new IllegalArgumentException(
                    "Nothing is said of what changes about column '" + column + "' of table '" + table + "'");
        }
        return new AlterColumn(
                table,
                column,
                type,
                using,
                nullable,
                defaultValue,
                dropsDefault,
                identity,
                dropsIdentity,
                collation,
                dropsCollation,
                from);
    }
}
