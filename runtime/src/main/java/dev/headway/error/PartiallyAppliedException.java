package dev.headway.error;

/**
 * A step stopped after some of its statements, or after its migration used the handle, and Headway cannot continue without a
 * decision. Nothing was run. The message names the commands that resolve the state.
 */
public final class PartiallyAppliedException extends HeadwayException {

    /** Names the revision, its state and the commands that resolve it. */
    public PartiallyAppliedException(String message) {
        super(message);
    }
}
