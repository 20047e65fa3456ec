package dev.headway.op;

import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change of a column, offered first as {@link ColumnChange} and after its type as a {@link TypeChange}. */
final class ColumnAlteration extends ColumnChange<ColumnAlteration> implements NativeTypeChange<ColumnAlteration> {
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

    ColumnAlteration(String table, String column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public ColumnAlteration of(ColumnType type) {
        this.type = Once.set("The type in " + describe(), this.type, type);
        return this;
    }

    @Override
    ColumnAlteration ofPlain(ColumnType type) {
        return of(type);
    }

    @Override
    ColumnAlteration ofNumber(ColumnType type) {
        return of(type);
    }

    @Override
    ColumnAlteration ofText(ColumnType type) {
        return of(type);
    }

    @Override
    public ColumnAlteration using(String expression) {
        using = Once.set("using(…)", using, expression);
        return this;
    }

    @Override
    public ColumnAlteration notNull() {
        return nullable(false);
    }

    @Override
    public ColumnAlteration nullable() {
        return nullable(true);
    }

    private ColumnAlteration nullable(boolean nullable) {
        Boolean before = this.nullable;
        Once.refuse(before != null && before != nullable, describe(), "notNull()", "nullable()");
        this.nullable = nullable;
        return this;
    }

    @Override
    public ColumnAlteration defaultsTo(@Nullable Object value) {
        defaultValue = Once.set("defaultsTo(…)", defaultValue, DefaultValue.of(value));
        return this;
    }

    @Override
    public ColumnAlteration noDefault() {
        dropsDefault = true;
        return this;
    }

    @Override
    public ColumnAlteration identity(Identity identity) {
        this.identity = Once.set("identity(…)", this.identity, identity);
        return this;
    }

    @Override
    public ColumnAlteration noIdentity() {
        dropsIdentity = true;
        return this;
    }

    @Override
    public ColumnAlteration collate(String collation) {
        this.collation = Once.set("collate(…)", this.collation, collation);
        return this;
    }

    @Override
    public ColumnAlteration noCollation() {
        dropsCollation = true;
        return this;
    }

    @Override
    public ColumnAlteration from(Function<ColumnTypes, ColumnOptions<?>> definition) {
        from = Once.set(
                "from(…)", from, SingleColumn.named(table, column, definition).column());
        return this;
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

    private String describe() {
        return Operation.call("alterColumn", table, column);
    }
}
