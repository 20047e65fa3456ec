package dev.headway.internal.engine;

/** A step cannot be gone on with behind what an earlier try of it has done. The message says the way out. */
final class CannotGoOnException extends RuntimeException {
    CannotGoOnException(String message) {
        super(message);
    }
}
