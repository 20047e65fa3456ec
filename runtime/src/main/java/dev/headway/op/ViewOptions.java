package dev.headway.op;

/**
 * Options of {@code createView}.
 *
 * @since 0.1
 */
public final class ViewOptions {
    private boolean orReplace;

    ViewOptions() {}

    /** Replaces an existing view of that name. No downgrade can be derived. */
    public ViewOptions orReplace() {
        orReplace = true;
        return this;
    }

    boolean isOrReplace() {
        return orReplace;
    }
}
