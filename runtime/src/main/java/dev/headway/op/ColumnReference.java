package dev.headway.op;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key that is being declared together with its column.
 *
 * @since 0.1
 */
public final class ColumnReference extends ForeignKeyOptions<ColumnReference> {
    private @Nullable String name;

    ColumnReference(String column) {
        super(List.of(column));
    }

    /** NameList the foreign key; by default the database chooses a name. */
    public ColumnReference named(String name) {
        this.name = Once.set("named(…)", this.name, name);
        return this;
    }

    @Override
    @Nullable
    String name() {
        return name;
    }

    @Override
    ColumnReference self() {
        return this;
    }
}
