package dev.headway.op;

/** What may follow a directive that creates something. */
public final class CreateOptions {
    private boolean ifNotExists;

    CreateOptions() {}

    /** Leaves what is there under that name as it is. No downgrade can be derived. */
    public CreateOptions ifNotExists() {
        ifNotExists = true;
        return this;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }
}
