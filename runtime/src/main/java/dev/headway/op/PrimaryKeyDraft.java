package dev.headway.op;

import dev.headway.schema.Constraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A primary key that is being declared. It has no options. */
final class PrimaryKeyDraft extends ConstraintDraft {
    private final @Nullable String name;
    private final List<String> columns;

    PrimaryKeyDraft(@Nullable String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    @Override
    Constraint constraint() {
        return new Constraint.PrimaryKey(name, columns);
    }
}
