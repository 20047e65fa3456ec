package dev.headway.op;

import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
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

    /**
     * Says what the column is like before. From this a downgrade is derived; and scripts for databases that want a column
     * told whole, MariaDB and MySQL, are written without looking.
     */
    public ColumnChange from(Consumer<ColumnTypes<ColumnDraft>> definition) {
        from = SingleColumn.named(table, column, definition).column();
        return this;
    }

    AlterColumn change() {
        if (type == null && nullable == null && defaultValue == null && !dropsDefault) {
            throw new IllegalArgumentException(
                    "Nothing is said of what changes about column '" + column + "' of table '" + table + "'");
        }
        return new AlterColumn(table, column, type, using, nullable, defaultValue, dropsDefault, from);
    }
}
