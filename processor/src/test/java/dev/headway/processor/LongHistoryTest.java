package dev.headway.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class file holds only so much, so a long history is cut into several registries. */
class LongHistoryTest {
    private static final int LENGTH = 5_001;

    @TempDir
    static Path folder;

    private static Project project;

    @BeforeAll
    static void compile() throws IOException {
        project = new Project(folder);
        for (int year = 0; year < LENGTH; year += 500) {
            project.write("public class Year%d {%n%s}%n"
                    .formatted(
                            year,
                            IntStream.range(year, Math.min(year + 500, LENGTH))
                                    .mapToObj(LongHistoryTest::revision)
                                    .collect(joining())));
        }
        project.compile().succeeds();
    }

    /** Each revision follows the one before; but of every ten, the last two stand side by side, and are then merged. */
    private static String revision(int i) {
        String down = i == 0
                ? ""
                : switch (i % 10) {
                    case 9 -> name(i - 2);
                    case 0 -> name(i - 1) + ", " + name(i - 2);
                    default -> name(i - 1);
                };
        return "@Revision(id = \"r%d\", down = {%s}) public static class R%d extends NoOp {}%n".formatted(i, down, i);
    }

    private static String name(int i) {
        return "Year%d.R%d.class".formatted(i / 500 * 500, i);
    }

    @Test
    void findsAllRevisionsOfLongHistory() throws IOException {
        try (URLClassLoader loader = Project.loader(project.output(""))) {
            List<RevisionInfo> revisions = Project.registries(loader).stream()
                    .flatMap(registry -> registry.revisions().stream())
                    .toList();

            assertThat(RevisionGraph.of(revisions).revisions())
                    .extracting(RevisionInfo::id)
                    .containsExactlyElementsOf(
                            IntStream.range(0, LENGTH).mapToObj(i -> "r" + i).toList());
        }
    }

    @Test
    void eachRegistryCreatesItsMigrations() throws IOException {
        try (URLClassLoader loader = Project.loader(project.output(""))) {
            for (RevisionRegistry registry : Project.registries(loader)) {
                List<RevisionInfo> revisions = registry.revisions();
                for (int i = 0; i < revisions.size(); i++) {
                    assertThat(registry.newMigration(i).getClass().getCanonicalName())
                            .isEqualTo(revisions.get(i).type());
                }
            }
        }
    }

    @Test
    void methodsStayFarBelowTheSizeLimit() throws IOException {
        try (URLClassLoader loader = Project.loader(project.output(""))) {
            assertThat(Project.registries(loader))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(registry -> assertThat(
                                    longestMethod(registry.getClass().getName()))
                            .isBetween(1_000, 32_000));
        }
    }

    @Test
    void aSquashOfAThousandRevisionsFitsBesideOthers(@TempDir Path other) throws IOException {
        Project squashed = new Project(other);
        for (int i = 0; i < 10; i++) {
            int from = i * 1_000;
            squashed.write("@Revision(%s replaces = {%s}) public class Squashed%d extends NoOp {}%n"
                    .formatted(
                            i == 0 ? "" : "down = Squashed%d.class,".formatted(i - 1),
                            IntStream.range(from, from + 1_000)
                                    .mapToObj("\"r%d\""::formatted)
                                    .collect(joining(", ")),
                            i));
        }

        squashed.compile().succeeds();

        assertThat(squashed.revisions()).hasSize(10);
    }

    /** Returns the offset of the last instruction of the longest method of a class. */
    private static int longestMethod(String type) {
        StringWriter code = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(
                        new PrintWriter(code),
                        new PrintWriter(code),
                        "-c",
                        "-p",
                        project.output(type.replace('.', '/') + ".class").toString());
        return Pattern.compile("(?m)^ +(\\d+): [a-z]")
                .matcher(code.toString())
                .results()
                .mapToInt(instruction -> Integer.parseInt(instruction.group(1)))
                .max()
                .orElseThrow();
    }
}
