package dev.headway.error;

/** A setting is missing or cannot be read. The database was not touched. */
public final class ConfigurationException extends HeadwayException {

    /** Says which setting is wrong and how to mend it. */
    public ConfigurationException(String message) {
        super(message);
    }

    /** Creates an exception whose message says which setting is wrong and how to fix it. */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
