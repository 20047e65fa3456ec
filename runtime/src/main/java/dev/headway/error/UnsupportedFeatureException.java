package dev.headway.error;

/**
 * A database lacks a feature that an operation requires. Dialects and custom operations throw this when they render an
 * operation; Headway reports it as an {@link UnsupportedChangeException} that names the revision, before any statement runs.
 */
public final class UnsupportedFeatureException extends HeadwayException {

    /** States which feature the database lacks, and what to write instead. */
    public UnsupportedFeatureException(String message) {
        super(message);
    }
}
