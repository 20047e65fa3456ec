package dev.headway.internal.engine.journal;

/** A step cannot resume after the statements of an earlier attempt. The message describes the next step. */
public final class CannotResumeException extends RuntimeException {
    /** Describes why the step cannot resume, and what to do. */
    public CannotResumeException(String message) {
        super(message);
    }
}
