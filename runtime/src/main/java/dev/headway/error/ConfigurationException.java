package dev.headway.error;

/** A setting is missing or invalid. Nothing was run. */
public final class ConfigurationException extends HeadwayException {

    /** Names the setting, and describes how to fix it. */
    public ConfigurationException(String message) {
        super(message);
    }

    /** Creates an exception whose message says which setting is wrong and how to fix it. */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
