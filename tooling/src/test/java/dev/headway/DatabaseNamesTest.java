package dev.headway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No class names a database, except the classes in the package of that database and two lists of the built-in databases. */
class DatabaseNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("runtime", "processor", "tooling", "integrations/hibernate", "integrations/maven-plugin");
    private static final Pattern PACKAGE_OF_A_DATABASE = Pattern.compile("dev/headway/internal/database/\\w+/");
    private static final List<String> LISTS =
            List.of("dev/headway/op/Database.java", "dev/headway/database/Databases.java");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![^\\s;{}])//[^\\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern EXAMPLE_URL = Pattern.compile("jdbc:[\\w:/.=;-]+");
    private static final Pattern NAME =
            Pattern.compile("\\b(postgres(ql)?|mariadb|mysql|h2|sqlite)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTANT = Pattern.compile("\\bDatabase\\.(POSTGRESQL|MARIADB|MYSQL|H2|SQLITE)\\b");

    @Test
    void onlyPackagesOfDatabasesNameDatabases() {
        assertThat(MODULES.stream().flatMap(DatabaseNamesTest::sources))
                .hasSizeGreaterThan(300)
                .allSatisfy(file -> assertThat(namesIn(Files.readString(file)))
                        .as("%s", file)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (url.startsWith(\"jdbc:h2:\") || name.equals(\"H2\")) {",
                "return database.equals(Database.SQLITE);",
                "String text = \"\"\"\n  for MariaDB\n  \"\"\";"
            })
    void findsNames(String source) {
        assertThat(namesIn(source)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** PostgreSQL does it. */",
                "call(); // SQLite copies the table",
                "throw new Refused(\"Use --url=jdbc:postgresql: for a script\");",
                "String h2 = \"text\";"
            })
    void ignoresCommentsAndExampleUrls(String source) {
        assertThat(namesIn(source)).isEmpty();
    }

    private static List<String> namesIn(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        Stream<String> literals = LITERAL.matcher(code)
                .results()
                .map(MatchResult::group)
                .filter(literal -> NAME.matcher(EXAMPLE_URL.matcher(literal).replaceAll(""))
                        .find());
        return Stream.concat(literals, CONSTANT.matcher(code).results().map(MatchResult::group))
                .toList();
    }

    private static Stream<Path> sources(String module) {
        Path folder = ROOT.resolve(module).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !isExcepted(folder.relativize(file).toString().replace('\\', '/')))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isExcepted(String file) {
        return PACKAGE_OF_A_DATABASE.matcher(file).lookingAt() || LISTS.contains(file);
    }
}
