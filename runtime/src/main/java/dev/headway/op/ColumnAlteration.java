package dev.headway.op;

import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import org.jspecify.annotations.Nullable;

/** What {@link ColumnChange} and {@link TypeChange} have specified so far. */
final class ColumnAlteration {
    private final String table;
    private final String column;

    @Nullable
    ColumnType type;

    @Nullable
    String using;

    @Nullable
    Boolean nullable;

    @Nullable
    DefaultValue defaultValue;

    boolean dropsDefault;

    @Nullable
    Identity identity;

    boolean dropsIdentity;

    @Nullable
    String collation;

    boolean dropsCollation;

    @Nullable
    Column from;

    ColumnAlteration(String table, String column) {
        this.table = table;
        this.column = column;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    AlterColumn change() {
        boolean keepsIdentity = identity == null && !dropsIdentity;
        if (type == null && nullable == null && defaultValue == null && !dropsDefault && keepsIdentity) {
            throw new IllegalArgumentException(
                    describe() + " changes nothing: specify a type, a default, an identity or whether it is nullable");
        }
        Once.refuse(defaultValue != null && dropsDefault, describe(), "defaultsTo(…)", "noDefault()");
        Once.refuse(identity != null && dropsIdentity, describe(), "identity(…)", "noIdentity()");
        Once.refuse(identity != null && defaultValue != null, describe(), "identity(…)", "defaultsTo(…)");
        Once.refuse(collation != null && dropsCollation, describe(), "collate(…)", "noCollation()");
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

    String describe() {
        return Operation.call("alterColumn", table, column);
    }
}
