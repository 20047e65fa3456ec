package dev.headway.database;

import dev.headway.error.ConfigurationException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The databases that other jars provide, through the context class loader of the thread and then through the loader of
 * Headway. A class that both find, or that two copies of its jar contain, counts once.
 */
final class ProvidedDatabases {
    private static final String SERVICE_FILE = "META-INF/services/" + DatabaseType.class.getName();

    private final Map<String, DatabaseType> byClassName = new LinkedHashMap<>();

    private ProvidedDatabases() {}

    static Collection<DatabaseType> find() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Databases.class.getClassLoader();
        ProvidedDatabases found = new ProvidedDatabases();
        if (context != null && context != own) {
            found.add(context);
        }
        found.add(own);
        return found.byClassName.values();
    }

    private void add(ClassLoader loader) {
        try {
            Iterator<DatabaseType> types =
                    ServiceLoader.load(DatabaseType.class, loader).iterator();
            while (types.hasNext()) {
                DatabaseType type = types.next();
                byClassName.putIfAbsent(type.getClass().getName(), type);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ConfigurationException(
                    "A database named in a file " + SERVICE_FILE + " can't be loaded: " + reason(e)
                            + ". Fix that jar, or remove it from the class path. No connection was opened.",
                    e);
        }
    }

    /** Removes the name of the service from the message. */
    private static String reason(Error error) {
        String message = String.valueOf(error.getMessage()).replace(DatabaseType.class.getName() + ": ", "");
        Throwable cause = error.getCause();
        return cause == null || cause.getMessage() == null ? message : message + " (" + cause.getMessage() + ")";
    }
}
