package dev.headway.op;

import dev.headway.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A CHECK constraint that is being declared for a table that may have rows.
 *
 * @since 0.1
 */
public final class CheckDraft extends ConstraintDraft {
    private final @Nullable String name;
    private final String condition;
    private boolean validated = true;

    CheckDraft(@Nullable String name, String condition) {
        this.name = name;
        this.condition = condition;
    }

    /**
     * Doesn't check existing rows; {@link Operations#validateConstraint} checks them later. A database that can't check
     * them later checks them at once.
     */
    public CheckDraft notValid() {
        validated = false;
        return this;
    }

    @Override
    Constraint constraint() {
        return new Constraint.Check(name, condition, validated);
    }
}
