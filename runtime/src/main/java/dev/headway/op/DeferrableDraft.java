package dev.headway.op;

import dev.headway.schema.Deferral;

/**
 * A constraint that is being declared, and that the database can check at the end of a transaction.
 *
 * @param <T> the kind of constraint
 */
abstract class DeferrableDraft<T extends DeferrableDraft<T>> extends ConstraintDraft {
    private boolean deferrable;
    private boolean initiallyDeferred;

    DeferrableDraft() {}

    /** Allows a transaction to defer the check to its end. */
    public T deferrable() {
        deferrable = true;
        return self();
    }

    /** Defers the check to the end of the transaction. Implies {@link #deferrable()}. */
    public T initiallyDeferred() {
        initiallyDeferred = true;
        return self();
    }

    Deferral deferral() {
        if (initiallyDeferred) {
            return Deferral.INITIALLY_DEFERRED;
        }
        return deferrable ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
    }

    abstract T self();
}
