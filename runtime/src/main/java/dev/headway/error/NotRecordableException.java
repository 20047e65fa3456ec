package dev.headway.error;

/**
 * A directive needs a live database, but the operations are only recorded. Migrations must not catch it, because it shows
 * Headway that they cannot be planned in advance.
 */
public final class NotRecordableException extends RuntimeException {
    private final String directive;

    /** Names the directive. */
    public NotRecordableException(String directive) {
        super(directive + " needs a live database");
        this.directive = directive;
    }

    /** Returns the directive that needs a live database. */
    public String directive() {
        return directive;
    }
}
