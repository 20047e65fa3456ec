package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What others get: it stands beside other processors on the compiler's class path, so all in it has a name of its own. */
class JarIT {
    private static final Path JAR = Path.of(System.getProperty("headway.processor.jar"));

    @Test
    void containsOnlyClassesOfHeadway() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("dev/headway/processor/"));
    }

    @Test
    void containsNoClassOfTheRuntime() throws IOException {
        assertThat(entries()).noneMatch(name -> name.startsWith("dev/headway/graph/"));
    }

    @Test
    void containsServicesGradleMetadataAndLicenses() throws IOException {
        assertThat(entries())
                .contains(
                        "META-INF/services/javax.annotation.processing.Processor",
                        "META-INF/gradle/incremental.annotation.processors",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE")
                .noneMatch(name -> name.endsWith("module-info.class"));
    }

    /** The pom says what a processor path brings along: what is shaded must not come a second time. */
    @Test
    void dependsOnlyOnTheRuntime() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            ZipEntry pom = jar.getEntry("META-INF/maven/dev.headway/headway-processor/pom.xml");
            String text = new String(jar.getInputStream(pom).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
                            .matcher(text)
                            .results())
                    .map(MatchResult::group)
                    .filteredOn(dependency -> dependency.contains("<scope>compile</scope>"))
                    .singleElement()
                    .asString()
                    .contains("<artifactId>headway-runtime</artifactId>", "<artifactId>*</artifactId>");
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
