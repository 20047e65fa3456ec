package dev.headway.op;

/** What may follow a directive that drops something. */
public final class DropOptions {
    private boolean ifExists;

    DropOptions() {}

    /** Does nothing if it is not there. No downgrade can be derived. */
    public DropOptions ifExists() {
        ifExists = true;
        return this;
    }

    boolean isIfExists() {
        return ifExists;
    }
}
