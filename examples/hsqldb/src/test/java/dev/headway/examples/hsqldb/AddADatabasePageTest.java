package dev.headway.examples.hsqldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.DatabaseType;
import dev.headway.database.Definitions;
import dev.headway.database.Dialect;
import dev.headway.database.StandardDialect;
import dev.headway.op.OperationVisitor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code add-a-database.md} shows the code of this module, and lists all methods that a database can override. */
class AddADatabasePageTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(?:java|xml|)\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./.*?)\\)");
    private static final Path PAGE = Path.of(System.getProperty("documentation"), "add-a-database.md");

    private static final String DEPENDENCY = """
            <dependency>
              <groupId>dev.headway</groupId>
              <artifactId>headway-runtime</artifactId>
              <version>0.1.0-SNAPSHOT</version>
            </dependency>""";

    @Test
    void showsCodeOfThisModule() throws IOException {
        List<String> sources = sources();

        assertThat(found(BLOCK))
                .hasSizeGreaterThan(10)
                .allSatisfy(block -> assertThat(sources).anyMatch(source -> source.contains(block)));
    }

    @Test
    void linksToExistingFiles() throws IOException {
        assertThat(found(LINK))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
    }

    @Test
    void listsMethodsThatCanBeOverridden() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> operations = Arrays.stream(OperationVisitor.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(Stream.of(DatabaseType.class, Dialect.class, StandardDialect.class, Definitions.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> canBeOverridden(method) && !isFinalInStandardDialect(method))
                        .map(Method::getName)
                        .filter(name -> !operations.contains(name))
                        .distinct())
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "("));
    }

    private static boolean canBeOverridden(Method method) {
        int modifiers = method.getModifiers();
        return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
                && !Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers)
                && !method.isSynthetic();
    }

    private static boolean isFinalInStandardDialect(Method method) {
        return Arrays.stream(StandardDialect.class.getDeclaredMethods())
                .filter(other -> other.getName().equals(method.getName()))
                .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .anyMatch(other -> Modifier.isFinal(other.getModifiers()));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>(List.of(DEPENDENCY));
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
