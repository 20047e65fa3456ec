package dev.headway.op;

import dev.headway.schema.Constraint;
import dev.headway.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key that is being declared, with the options that every foreign key has.
 *
 * @param <T> the foreign key with all of its options
 * @since 0.1
 */
public abstract class ForeignKeyOptions<T extends ForeignKeyOptions<T>> extends DeferrableDraft<T> {
    private final List<String> columns;
    private @Nullable String table;
    private List<String> referenced = List.of();
    private @Nullable ReferentialAction onDelete;
    private @Nullable ReferentialAction onUpdate;

    ForeignKeyOptions(List<String> columns) {
        this.columns = columns;
    }

    T pointAt(String table, String column, String... more) {
        this.table = table;
        referenced = NameList.of(column, more);
        return self();
    }

    /** Sets what happens to referencing rows when a referenced row is deleted; {@code NO_ACTION} by default. */
    public T onDelete(ReferentialAction action) {
        onDelete = Once.set("onDelete(…)", onDelete, action);
        return self();
    }

    /** Sets what happens to referencing rows when a referenced key changes; {@code NO_ACTION} by default. */
    public T onUpdate(ReferentialAction action) {
        onUpdate = Once.set("onUpdate(…)", onUpdate, action);
        return self();
    }

    abstract @Nullable String name();

    boolean isValidated() {
        return true;
    }

    @Override
    Constraint constraint() {
        if (table == null) {
            throw new IllegalArgumentException(
                    "The foreign key on " + columns + " references no table: add .references(\"table\", \"column\")");
        }
        return new Constraint.ForeignKey(
                name(), columns, table, referenced, action(onDelete), action(onUpdate), deferral(), isValidated());
    }

    private static ReferentialAction action(@Nullable ReferentialAction specified) {
        return specified == null ? ReferentialAction.NO_ACTION : specified;
    }
}
