package dev.headway.op;

import dev.headway.schema.Constraint;

/**
 * A constraint that is being declared.
 *
 * @since 0.1
 */
public abstract class ConstraintDraft {
    ConstraintDraft() {}

    /** Returns the constraint as it has been declared so far. */
    abstract Constraint constraint();
}
