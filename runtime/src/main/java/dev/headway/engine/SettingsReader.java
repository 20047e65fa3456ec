package dev.headway.engine;

import dev.headway.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads settings from all the places where they may stand; the last place that has one wins. */
public final class SettingsReader {
    private static final String FILE = "headway.properties";
    private static final String PREFIX = "headway.";

    private final ClassLoader classPath;
    private final Path workingDirectory;
    private final Map<String, String> environment;
    private final Properties systemProperties;

    /** Reads from these places; {@link #ofThisProcess()} gives the usual ones. */
    SettingsReader(
            ClassLoader classPath,
            Path workingDirectory,
            Map<String, String> environment,
            Properties systemProperties) {
        this.classPath = classPath;
        this.workingDirectory = workingDirectory;
        this.environment = environment;
        this.systemProperties = systemProperties;
    }

    /** Returns a reader of the class path of this thread, the working directory, the environment and system properties. */
    public static SettingsReader ofThisProcess() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return new SettingsReader(
                ofThread == null ? SettingsReader.class.getClassLoader() : ofThread,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.getProperties());
    }

    /**
     * Returns the settings.
     *
     * @throws ConfigurationException if there is no URL, or a value cannot be read
     */
    public Settings read() {
        Properties files = new Properties();
        load(files);
        List<String> problems = new ArrayList<>();
        String url = find(files, "url", problems);
        if (url == null && problems.isEmpty()) {
            problems.add("No database is configured: headway.url is missing. Looked at " + FILE
                    + " on the class path, " + workingDirectory.resolve(FILE)
                    + ", the environment variable HEADWAY_URL and the system property headway.url. For example, in "
                    + FILE + ":\n  headway.url=jdbc:postgresql://localhost/shop\n  headway.user=shop");
        }
        String user = find(files, "user", problems);
        String password = find(files, "password", problems);
        String schema = find(files, "schema", problems);
        Duration lockTimeout = lockTimeout(files, problems);
        if (url == null || !problems.isEmpty()) {
            throw new ConfigurationException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " settings cannot be used:\n  - " + String.join("\n  - ", problems));
        }
        return new Settings(url, user, password, schema, lockTimeout);
    }

    private void load(Properties files) {
        try {
            try (InputStream onClassPath = classPath.getResourceAsStream(FILE)) {
                if (onClassPath != null) {
                    files.load(new InputStreamReader(onClassPath, StandardCharsets.UTF_8));
                }
            }
            Path inDirectory = workingDirectory.resolve(FILE);
            if (Files.exists(inDirectory)) {
                try (Reader reader = Files.newBufferedReader(inDirectory)) {
                    files.load(reader);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("Cannot read " + FILE + ": " + e.getMessage());
        }
    }

    private @Nullable String find(Properties files, String name, List<String> problems) {
        String value = systemProperties.getProperty(PREFIX + name);
        if (value == null) {
            value = environment.get(variable(name));
        }
        if (value == null) {
            value = files.getProperty(PREFIX + name);
        }
        return value == null || value.isBlank() ? null : expanded(name, value.strip(), problems);
    }

    /** Returns the environment variable of a setting: {@code HEADWAY_LOCK_TIMEOUT} for {@code lockTimeout}. */
    private static String variable(String name) {
        StringBuilder variable = new StringBuilder("HEADWAY_");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                variable.append('_');
            }
            variable.append(c);
        }
        return variable.toString().toUpperCase(Locale.ROOT);
    }

    private @Nullable String expanded(String name, String value, List<String> problems) {
        StringBuilder expanded = new StringBuilder();
        int copied = 0;
        for (int start = value.indexOf("${"); start >= 0; start = value.indexOf("${", copied)) {
            int close = value.indexOf('}', start);
            if (close < 0) {
                problems.add("The setting headway." + name + " has '${' without '}'.");
                return null;
            }
            String variable = value.substring(start + 2, close);
            String replacement = environment.get(variable);
            if (replacement == null) {
                problems.add("The setting headway." + name + " names ${" + variable
                        + "}, but no environment variable is called so. Set it, or write the value itself.");
                return null;
            }
            expanded.append(value, copied, start).append(replacement);
            copied = close + 1;
        }
        return expanded.append(value, copied, value.length()).toString();
    }

    private Duration lockTimeout(Properties files, List<String> problems) {
        String value = find(files, "lockTimeout", problems);
        if (value == null) {
            return Settings.DEFAULT_LOCK_TIMEOUT;
        }
        try {
            long amount = Long.parseLong(value.substring(0, value.length() - 1));
            if (amount < 0) {
                throw new NumberFormatException("negative");
            }
            return switch (value.charAt(value.length() - 1)) {
                case 's' -> Duration.ofSeconds(amount);
                case 'm' -> Duration.ofMinutes(amount);
                case 'h' -> Duration.ofHours(amount);
                default -> throw new NumberFormatException("unknown unit");
            };
        } catch (NumberFormatException | ArithmeticException notADuration) {
            problems.add("The setting headway.lockTimeout is '" + value + "'; write for example 30s, 10m or 1h.");
            return Settings.DEFAULT_LOCK_TIMEOUT;
        }
    }
}
