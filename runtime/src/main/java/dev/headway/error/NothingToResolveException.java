package dev.headway.error;

/**
 * {@code Migrator.resume()} or {@code Migrator.retry()} was called, but no revision is in doubt. Nothing was
 * changed.
 */
public final class NothingToResolveException extends HeadwayException {

    /** Describes why there is nothing to resolve. */
    public NothingToResolveException(String message) {
        super(message);
    }
}
