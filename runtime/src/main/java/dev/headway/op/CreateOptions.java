package dev.headway.op;

/**
 * Options of a directive that creates something.
 *
 * @since 0.1
 */
public final class CreateOptions {
    private boolean ifNotExists;

    CreateOptions() {}

    /** Does nothing if the object exists. No downgrade can be derived. */
    public CreateOptions ifNotExists() {
        ifNotExists = true;
        return this;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }
}
