package dev.headway;

import dev.headway.error.ConfigurationException;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSettings;
import dev.headway.internal.engine.connection.JdbcUrlConnections;
import dev.headway.sql.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a program. They are read from these sources, each of which overrides the previous one: {@code
 * headway.properties} on the class path, {@code headway.properties} in the working directory, environment variables ({@code
 * HEADWAY_URL}, …), system properties ({@code headway.url}, …), and options passed to {@link #with}. Immutable.
 *
 * <p>{@link Migrations} lists the settings. A value may contain <code>${NAME}</code>, which is replaced by the environment
 * variable of that name.
 */
public final class Configuration {
    private static final String FILE = "headway.properties";
    private static final String PREFIX = "headway.";
    private static final Set<String> FOR_ALL_DATABASES =
            Set.of("lockTimeout", "changed", "empty", "sources", "unknown");

    private final ClassLoader classPath;
    private final Path workingDirectory;
    private final Map<String, String> environment;
    private final Properties systemProperties;
    private final Map<String, String> options;
    private final String database;

    /** Reads settings from these sources; {@link #ofThisProcess()} uses the default ones. */
    Configuration(
            ClassLoader classPath,
            Path workingDirectory,
            Map<String, String> environment,
            Properties systemProperties,
            Map<String, String> options,
            String database) {
        this.classPath = classPath;
        this.workingDirectory = workingDirectory;
        this.environment = environment;
        this.systemProperties = systemProperties;
        this.options = Map.copyOf(options);
        this.database = database;
    }

    /** Returns the settings of this process: its class path, working directory, environment and system properties. */
    public static Configuration ofThisProcess() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return new Configuration(
                ofThread == null ? Configuration.class.getClassLoader() : ofThread,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.getProperties(),
                Map.of(),
                "");
    }

    /** Returns these settings, but with the {@code headway.properties} of another directory. */
    public Configuration in(Path directory) {
        return new Configuration(
                classPath, directory.toAbsolutePath(), environment, systemProperties, options, database);
    }

    /** Returns these settings, overridden by {@code options}, such as {@code Map.of("url", "jdbc:h2:mem:shop")}. */
    public Configuration with(Map<String, String> options) {
        return new Configuration(classPath, workingDirectory, environment, systemProperties, options, database);
    }

    /** Returns the settings of the database with this name, such as {@code headway.billing.url} for {@code billing}. */
    public Configuration database(String name) {
        return new Configuration(classPath, workingDirectory, environment, systemProperties, options, name);
    }

    /**
     * Returns the settings of another database that belongs to this one, such as {@code headway.scratch.url} for {@code
     * scratch}. Options do not apply to it.
     */
    public Configuration beside(String name) {
        return with(Map.of()).database(database.isEmpty() ? name : database + "." + name);
    }

    /** Returns the name of the database; empty for the default database. */
    public String database() {
        return database;
    }

    /**
     * Returns a setting by its name, without the prefix {@code headway.}.
     *
     * @throws ConfigurationException if the setting cannot be read
     */
    public Optional<String> value(String name) {
        Properties files = new Properties();
        load(files);
        List<String> problems = new ArrayList<>();
        String value = find(files, name, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.get(0));
        }
        return Optional.ofNullable(value);
    }

    /**
     * Returns a migrator of the configured database.
     *
     * @throws ConfigurationException if no database is configured, or a setting cannot be read
     */
    public Migrator migrator() {
        Settings settings = settings();
        return Migrations.migrator(new JdbcUrlConnections(settings.connection()), settings.policy())
                .database(database);
    }

    /**
     * Returns all settings of the database.
     *
     * @throws ConfigurationException if there is no URL, or a value cannot be read
     */
    Settings settings() {
        Properties files = new Properties();
        load(files);
        List<String> problems = new ArrayList<>();
        String url = find(files, "url", problems);
        if (url == null && problems.isEmpty()) {
            problems.add("No database is configured: " + setting("url") + " is missing. Headway read " + FILE
                    + " on the class path, " + workingDirectory.resolve(FILE)
                    + ", the environment variable " + variable(setting("url")) + " and the system property "
                    + setting("url") + ". For example, in " + FILE + ":\n  " + setting("url")
                    + "=jdbc:postgresql://localhost/shop\n  " + setting("user") + "=shop");
        }
        String user = find(files, "user", problems);
        String password = find(files, "password", problems);
        String schema = find(files, "schema", problems);
        RunPolicy policy = new RunPolicy(
                lockTimeout(files, problems),
                !isFail("empty", "warn", true, files, problems),
                isFail("unknown", "ignore", false, files, problems),
                isFail("changed", "warn", false, files, problems));
        if (url == null || !problems.isEmpty()) {
            throw new ConfigurationException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " settings are invalid:\n  - " + String.join("\n  - ", problems));
        }
        return new Settings(new ConnectionSettings(url, user, password, schema), policy);
    }

    private void load(Properties files) {
        try {
            try (InputStream onClassPath = classPath.getResourceAsStream(FILE)) {
                if (onClassPath != null) {
                    load(files, FILE + " on the class path", onClassPath.readAllBytes());
                }
            }
            Path inDirectory = workingDirectory.resolve(FILE);
            if (Files.exists(inDirectory)) {
                load(files, FILE, Files.readAllBytes(inDirectory));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("Cannot read " + FILE + ": " + e.getMessage());
        }
    }

    private static void load(Properties files, String name, byte[] bytes) throws IOException {
        files.load(new StringReader(decoded(name, bytes)));
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            return Utf8Text.decode(name, bytes);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + ", and run the command again.");
        }
    }

    private @Nullable String find(Properties files, String name, List<String> problems) {
        String value = options.get(name);
        if (value == null) {
            value = written(files, setting(name));
        }
        if (value == null && FOR_ALL_DATABASES.contains(name)) {
            value = written(files, PREFIX + name);
        }
        return value == null || value.isBlank() ? null : expanded(name, value.strip(), problems);
    }

    private @Nullable String written(Properties files, String setting) {
        String value = systemProperties.getProperty(setting);
        if (value == null) {
            value = environment.get(variable(setting));
        }
        return value == null ? files.getProperty(setting) : value;
    }

    private String setting(String name) {
        return PREFIX + (database.isEmpty() ? "" : database + ".") + name;
    }

    /** Returns the environment variable of a setting: {@code HEADWAY_LOCK_TIMEOUT} for {@code headway.lockTimeout}. */
    private static String variable(String setting) {
        StringBuilder variable = new StringBuilder();
        for (int i = 0; i < setting.length(); i++) {
            char c = setting.charAt(i);
            if (Character.isUpperCase(c)) {
                variable.append('_');
            }
            variable.append(c == '.' ? '_' : c);
        }
        return variable.toString().toUpperCase(Locale.ROOT);
    }

    private @Nullable String expanded(String name, String value, List<String> problems) {
        StringBuilder expanded = new StringBuilder();
        int copied = 0;
        for (int start = value.indexOf("${"); start >= 0; start = value.indexOf("${", copied)) {
            int close = value.indexOf('}', start);
            if (close < 0) {
                problems.add("The setting headway." + name + " contains '${' without '}'. Add the missing '}'.");
                return null;
            }
            String variable = value.substring(start + 2, close);
            String replacement = environment.get(variable);
            if (replacement == null) {
                problems.add("The setting headway." + name + " refers to ${" + variable
                        + "}, but that environment variable is not set. Set it, or write the value itself.");
                return null;
            }
            expanded.append(value, copied, start).append(replacement);
            copied = close + 1;
        }
        return expanded.append(value, copied, value.length()).toString();
    }

    /** Returns whether a setting is {@code fail}, as opposed to {@code other}. */
    private boolean isFail(String name, String other, boolean usually, Properties files, List<String> problems) {
        String value = find(files, name, problems);
        if (value != null && !value.equals(other) && !value.equals("fail")) {
            problems.add("The setting headway." + name + " is '" + value + "'; write " + other + " or fail.");
        }
        return value == null ? usually : value.equals("fail");
    }

    private Duration lockTimeout(Properties files, List<String> problems) {
        String value = find(files, "lockTimeout", problems);
        if (value == null) {
            return RunPolicy.DEFAULT.lockTimeout();
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
            return RunPolicy.DEFAULT.lockTimeout();
        }
    }
}
