package dev.headway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.ConfigurationException;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    private Path folder;

    private Path classPath;
    private Path workingDirectory;
    private final Map<String, String> environment = new HashMap<>();
    private final Properties systemProperties = new Properties();

    @BeforeEach
    void makeFolders() throws IOException {
        classPath = Files.createDirectory(folder.resolve("classes"));
        workingDirectory = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void readsEverySetting() throws IOException {
        onClassPath("""
                headway.url = jdbc:h2:mem:größe
                headway.user = me
                headway.password = s3cret
                headway.schema = side
                headway.lockTimeout = 90s
                """);

        assertThat(read())
                .isEqualTo(new Settings(
                        new ConnectionSettings("jdbc:h2:mem:größe", "me", "s3cret", "side"),
                        RunPolicy.DEFAULT.lockTimeout(Duration.ofSeconds(90))));
    }

    @Test
    void ignoresByteOrderMark() throws IOException {
        inWorkingDirectory("\uFEFFheadway.url=jdbc:h2:mem:x");

        assertThat(read().connection().url()).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void refusesFileThatIsNotInUtf8() throws IOException {
        byte[] file = "headway.url=x\nheadway.password=caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(workingDirectory.resolve("headway.properties"), file);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::read)
                .withMessage(
                        "headway.properties is not in UTF-8: see line 2. Save it in UTF-8, and run the command again.");

        Files.delete(workingDirectory.resolve("headway.properties"));
        Files.write(classPath.resolve("headway.properties"), file);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::read)
                .withMessageContaining("on the class path is not in UTF-8: see line 2.");
    }

    @Test
    void needsOnlyUrl() throws IOException {
        inWorkingDirectory("headway.url=jdbc:h2:mem:x");

        assertThat(read())
                .isEqualTo(new Settings(new ConnectionSettings("jdbc:h2:mem:x", null, null, null), RunPolicy.DEFAULT));
    }

    @Test
    void eachSourceOverridesPreviousOne() throws IOException {
        onClassPath("headway.url=class path");
        assertThat(read().connection().url()).isEqualTo("class path");

        inWorkingDirectory("headway.url=working directory");
        assertThat(read().connection().url()).isEqualTo("working directory");

        environment.put("HEADWAY_URL", "environment");
        assertThat(read().connection().url()).isEqualTo("environment");

        systemProperties.setProperty("headway.url", "system properties");
        assertThat(read().connection().url()).isEqualTo("system properties");
    }

    @Test
    void usesOptionsAndAnotherDirectory() throws IOException {
        inWorkingDirectory("headway.url=here\nheadway.package=com.acme");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("headway.properties"), "headway.url=there");
        Configuration here = new Configuration(
                getClass().getClassLoader(), workingDirectory, environment, systemProperties, Map.of(), "");

        assertThat(here.value("package")).hasValue("com.acme");
        assertThat(here.in(other).value("package")).isEmpty();
        assertThat(here.in(other).settings().connection().url()).isEqualTo("there");
        systemProperties.setProperty("headway.url", "system property");
        assertThat(here.with(Map.of("url", "option")).settings().connection().url())
                .isEqualTo("option");
    }

    @Test
    void eachSourceAddsSettings() throws IOException {
        onClassPath("headway.url=url");
        inWorkingDirectory("headway.user=user");
        environment.put("HEADWAY_LOCK_TIMEOUT", "5s");
        systemProperties.setProperty("headway.password", "password");

        assertThat(read())
                .isEqualTo(new Settings(
                        new ConnectionSettings("url", "user", "password", null),
                        RunPolicy.DEFAULT.lockTimeout(Duration.ofSeconds(5))));
    }

    @Test
    void blankValueRemovesSetting() throws IOException {
        onClassPath("headway.url=url\nheadway.schema=side");
        environment.put("HEADWAY_SCHEMA", " ");

        assertThat(read().connection().schema()).isNull();
    }

    @Test
    void replacesEnvironmentVariables() throws IOException {
        onClassPath("headway.url=jdbc:postgresql://${DB_HOST}:${DB_PORT}/shop\nheadway.password=${DB_PASSWORD}");
        environment.putAll(Map.of("DB_HOST", "db", "DB_PORT", "5433", "DB_PASSWORD", "a$b${c}\\d"));

        assertThat(read().connection().url()).isEqualTo("jdbc:postgresql://db:5433/shop");
        assertThat(read().connection().password()).isEqualTo("a$b${c}\\d");
    }

    @Test
    void reportsMissingEnvironmentVariable() throws IOException {
        onClassPath("headway.url=jdbc:postgresql://${DB_HOST}/shop");

        refusal("The setting headway.url refers to ${DB_HOST}, but that environment variable is not set. Set it, or"
                + " write the value itself.");
    }

    @Test
    void reportsUnclosedVariableWithoutValue() throws IOException {
        onClassPath("headway.url=url\nheadway.password=s3cret${");

        refusal("The setting headway.password contains '${' without '}'. Add the missing '}'.");
    }

    @Test
    void reportsAllProblemsAtOnce() throws IOException {
        onClassPath("headway.user=${DB_USER}\nheadway.password=${DB_PASSWORD}\nheadway.lockTimeout=soon");

        refusal("""
                4 settings are invalid:
                  - No database is configured: headway.url is missing. Headway read headway.properties on the class path, \
                %s, the environment variable HEADWAY_URL and the system property headway.url. For example, in \
                headway.properties:
                  headway.url=jdbc:postgresql://localhost/shop
                  headway.user=shop
                  - The setting headway.user refers to ${DB_USER}, but that environment variable is not set. Set it, \
                or write the value itself.
                  - The setting headway.password refers to ${DB_PASSWORD}, but that environment variable is not set. \
                Set it, or write the value itself.
                  - The setting headway.lockTimeout is 'soon'; write for example 30s, 10m or 1h.""".formatted(workingDirectory.resolve("headway.properties")));
    }

    @Test
    void reportsSourcesAndExampleIfUrlIsMissing() {
        refusal("""
                No database is configured: headway.url is missing. Headway read headway.properties on the class path, %s, \
                the environment variable HEADWAY_URL and the system property headway.url. For example, in \
                headway.properties:
                  headway.url=jdbc:postgresql://localhost/shop
                  headway.user=shop""".formatted(workingDirectory.resolve("headway.properties")));
    }

    @Test
    void namedDatabaseHasOwnConnectionAndSharedPolicy() throws IOException {
        inWorkingDirectory("""
                headway.url=main
                headway.user=main
                headway.lockTimeout=5s
                headway.changed=fail
                headway.billing.url=billing
                headway.billing.changed=warn
                """);
        environment.put("HEADWAY_BILLING_PASSWORD", "s3cret");
        Configuration billing = new Configuration(
                        getClass().getClassLoader(), workingDirectory, environment, systemProperties, Map.of(), "")
                .database("billing");

        assertThat(billing.settings())
                .isEqualTo(new Settings(
                        new ConnectionSettings("billing", null, "s3cret", null),
                        RunPolicy.DEFAULT.lockTimeout(Duration.ofSeconds(5))));
        assertThat(billing.with(Map.of("url", "given")).settings().connection().url())
                .isEqualTo("given");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> billing.database("stock").settings())
                .withMessageContainingAll("headway.stock.url is missing", "HEADWAY_STOCK_URL");
    }

    @ParameterizedTest
    @CsvSource({"warn, false", "fail, true"})
    void readsTreatmentOfChangedRevisions(String written, boolean refused) {
        systemProperties.setProperty("headway.url", "url");
        systemProperties.setProperty("headway.changed", written);

        assertThat(read().policy().refusesChanged()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"warn, true", "fail, false"})
    void readsTreatmentOfEmptyHistory(String written, boolean allowed) {
        systemProperties.setProperty("headway.url", "url");
        assertThat(read().policy().allowsEmpty()).isFalse();

        systemProperties.setProperty("headway.empty", written);

        assertThat(read().policy().allowsEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"ignore, false", "fail, true"})
    void readsTreatmentOfUnknownRevisions(String written, boolean refused) {
        systemProperties.setProperty("headway.url", "url");
        assertThat(read().policy().refusesUnknown()).isFalse();

        systemProperties.setProperty("headway.unknown", written);

        assertThat(read().policy().refusesUnknown()).isEqualTo(refused);
    }

    @Test
    void refusesUnknownTreatmentOfChangedRevisions() {
        systemProperties.setProperty("headway.url", "url");
        systemProperties.setProperty("headway.changed", "ignore");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::read)
                .withMessage("The setting headway.changed is 'ignore'; write warn or fail.");
    }

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "30s, PT30S", "10m, PT10M", "1h, PT1H"})
    void readsLockTimeoutWithUnit(String written, Duration read) {
        systemProperties.setProperty("headway.url", "url");
        systemProperties.setProperty("headway.lockTimeout", written);

        assertThat(read().policy().lockTimeout()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30", "s", "-5s", "5 s", "1d", "1.5m", "PT5M", "9999999999999999999s", "9223372036854775807h"})
    void refusesInvalidLockTimeout(String written) {
        systemProperties.setProperty("headway.url", "url");
        systemProperties.setProperty("headway.lockTimeout", written);

        refusal("The setting headway.lockTimeout is '" + written + "'; write for example 30s, 10m or 1h.");
    }

    @Test
    void reportsInvalidPropertiesFile() throws IOException {
        onClassPath("headway.url=url\nheadway.user=\\u12");

        refusal("Cannot read headway.properties: Malformed \\uxxxx encoding.");
    }

    private Settings read() {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return new Configuration(loader, workingDirectory, environment, systemProperties, Map.of(), "").settings();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void refusal(String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::read)
                .withMessage("%s", message);
    }

    private void onClassPath(String text) throws IOException {
        Files.writeString(classPath.resolve("headway.properties"), text);
    }

    private void inWorkingDirectory(String text) throws IOException {
        Files.writeString(workingDirectory.resolve("headway.properties"), text);
    }
}
