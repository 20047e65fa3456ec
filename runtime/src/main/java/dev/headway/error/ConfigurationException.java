package dev.headway.error;

/** A setting is missing or invalid. Nothing was run. */
public final class ConfigurationException extends HeadwayException {

    /** Names the setting, and describes how to fix it. */
    public ConfigurationException(String message) {
        super(message);
    }
}
