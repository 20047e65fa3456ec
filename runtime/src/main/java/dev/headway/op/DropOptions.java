package dev.headway.op;

/**
 * Options of a directive that drops something.
 *
 * @since 0.1
 */
public final class DropOptions {
    private boolean ifExists;

    DropOptions() {}

    /** Does nothing if the object doesn't exist. No downgrade can be derived. */
    public DropOptions ifExists() {
        ifExists = true;
        return this;
    }

    boolean isIfExists() {
        return ifExists;
    }
}
