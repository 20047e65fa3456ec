package dev.headway.op;

/** What may follow {@code createView}. */
public final class ViewOptions {
    private boolean orReplace;

    ViewOptions() {}

    /** Takes the place of a view of that name. No downgrade can be derived. */
    public ViewOptions orReplace() {
        orReplace = true;
        return this;
    }

    boolean isOrReplace() {
        return orReplace;
    }
}
