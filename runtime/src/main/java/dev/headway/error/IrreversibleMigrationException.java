package dev.headway.error;

/**
 * A downgrade cannot be derived, because the upgrade contains an operation that cannot be inverted. Thrown before any statement
 * runs.
 */
public final class IrreversibleMigrationException extends HeadwayException {
    private final String revision;
    private final String operation;

    /**
     * Names the {@code revision} as it is {@code described} to people, the {@code operation} without an inverse, and in
     * {@code hint} what to write instead.
     */
    public IrreversibleMigrationException(String revision, String described, String operation, String hint) {
        super("Revision " + described + " has no derived downgrade, because " + operation + " cannot be inverted. "
                + hint + " Nothing was run, and the database is unchanged.");
        this.revision = revision;
        this.operation = operation;
    }

    /** Returns the id of the revision that cannot be downgraded. */
    public String revision() {
        return revision;
    }

    /** Returns the operation without an inverse, as the migration would write it. */
    public String operation() {
        return operation;
    }
}
