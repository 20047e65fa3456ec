package dev.headway.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for a container or an init job: {@code java -jar …-migrations.jar upgrade head}. */
class MigrationsJarIT {
    private static final Path JAR =
            Path.of(System.getProperty("migrations.jar")).toAbsolutePath();

    @TempDir
    private Path anywhere;

    @Test
    void theJarBringsADatabaseUpToDate() throws IOException, InterruptedException {
        assertThat(run("upgrade", "head")).contains("Running upgrade base -> ");
        assertThat(run("upgrade", "head")).isEqualTo("Nothing to do.\n");
        assertThat(run("current")).contains("(head)");
        assertThat(run("history", "-i").lines()).hasSize(5);
    }

    private String run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        command.add("--url=jdbc:h2:" + anywhere.resolve("shop"));
        Process process = new ProcessBuilder(command)
                .directory(anywhere.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
