package dev.headway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program that runs scripts on a database for those who administer it.
 *
 * @param command what starts it, so that it ends at the first error
 * @param environment what it reads beside its arguments
 */
public record Client(List<String> command, Map<String, String> environment) {

    /** Runs a script from standard input to its end. */
    public void run(String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("headway", ".sql");
        try {
            Files.writeString(file, script);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectInput(file.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        } finally {
            Files.delete(file);
        }
    }

    /** Finds a program on the path, or in one of the other folders. */
    static Optional<Path> find(String program, Stream<Path> folders) {
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(onPath, folders)
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
