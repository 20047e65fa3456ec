package dev.headway.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program of somebody else, with the jars as they are published: compiled by each JDK that this machine has beside the one
 * that runs the test, and by Eclipse's compiler.
 */
class ConsumerIT {
    private static final Path PROCESSOR = Path.of(System.getProperty("headway.processor.jar"));
    private static final Path RUNTIME = Path.of(System.getProperty("headway.runtime.jar"));

    private static final String CREATE_USER = """
            @Revision(id = "1975ea83b712")
            public class CreateUser implements Migration {
                @Override public void upgrade(dev.headway.op.Operations op) {
                    op.createTable("account", t -> t.bigint("id").primaryKey());
                }
            }
            """;

    private static final String ADD_NAME = """
            @Revision(id = "ae1027a6acf0", down = CreateUser.class)
            public class AddName implements Migration {
                @Override public void upgrade(dev.headway.op.Operations op) {
                    op.addColumn("account", c -> c.varchar("name", 80));
                }
            }
            """;

    private static final String PROGRAM = """
            public class Program {
                public static void main(String... arguments) {
                    Migrations.upgradeToHead().steps().forEach(step -> System.out.println(step.revision().id()));
                }
            }
            """;

    private static final String SECOND_HEAD = """
            @Revision(id = "27c6a30d7c24", down = CreateUser.class)
            public class AddPhone extends AddName {}
            """;

    @TempDir
    Path folder;

    private Path classes;
    private final List<String> sources = new ArrayList<>();

    @BeforeEach
    void writeTheProgram() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        write(CREATE_USER, ADD_NAME, PROGRAM);
    }

    static Stream<Path> jdks() throws IOException {
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(running.getParent())) {
            return siblings
                    .filter(jdk -> !Files.isSymbolicLink(jdk) && Files.isExecutable(jdk.resolve("bin/javac")))
                    .filter(jdk -> feature(jdk) >= 17)
                    .toList()
                    .stream();
        }
    }

    private static int feature(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aProcessorPathIsTheProcessorAndTheRuntime(Path jdk) throws Exception {
        assertThat(javac(jdk, "-processorpath", path(PROCESSOR, RUNTIME), "-cp", classPath()))
                .isEqualTo(Result.SILENT);

        assertThat(java(jdk)).isEqualTo(new Result(0, "1975ea83b712\nae1027a6acf0\n"));
    }

    /** From JDK 23 on, javac looks for processors on the class path only if it is told to. */
    @ParameterizedTest
    @MethodSource("jdks")
    void theProcessorMayLieOnTheClassPath(Path jdk) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-cp", path(PROCESSOR) + File.pathSeparator + classPath()));
        if (feature(jdk) >= 23) {
            arguments.add("-proc:full");
        }

        assertThat(javac(jdk, arguments.toArray(String[]::new))).isEqualTo(Result.SILENT);

        assertThat(java(jdk)).isEqualTo(new Result(0, "1975ea83b712\nae1027a6acf0\n"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void printsPositionOfFault(Path jdk) throws Exception {
        write(SECOND_HEAD);

        Result result = javac(jdk, "-processorpath", path(PROCESSOR, RUNTIME), "-cp", classPath());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("AddPhone.java:3: error: [Headway:SEVERAL_HEADS] The history has 2 heads: ")
                .containsPattern("down = CreateUser\\.class\\)\n {48}\\^\n")
                .endsWith("1 error\n");
    }

    @Test
    void runsInCompilerOfEclipse() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));

        assertThat(ecj(jdk)).isEqualTo(Result.SILENT);

        assertThat(java(jdk)).isEqualTo(new Result(0, "1975ea83b712\nae1027a6acf0\n"));
    }

    @Test
    void printsPositionOfFaultInCompilerOfEclipse() throws Exception {
        write(SECOND_HEAD);

        Result result = ecj(Path.of(System.getProperty("java.home")));

        assertThat(result.exit()).isNotZero();
        assertThat(result.output())
                .containsPattern("ERROR in .*AddPhone.java \\(at line 3\\)\\R"
                        + ".*down = CreateUser.class\\)\\R\\s+\\^+\\R.*SEVERAL_HEADS")
                .endsWith("1 problem (1 error)\n");
    }

    private Result javac(Path jdk, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString()));
        command.addAll(List.of("-Xlint:all,-processing", "-Werror", "--release", "17"));
        return compile(command, arguments);
    }

    /** It forgets its processor path when a class path comes behind it. */
    private Result ecj(Path jdk) throws Exception {
        List<String> command = List.of(
                jdk.resolve("bin/java").toString(),
                "-cp",
                jar("ecj"),
                "org.eclipse.jdt.internal.compiler.batch.Main",
                "--release",
                "17");
        return compile(command, "-cp", classPath(), "-processorpath", path(PROCESSOR, RUNTIME));
    }

    private Result compile(List<String> compiler, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(compiler);
        command.addAll(List.of(arguments));
        command.addAll(List.of("-d", classes.toString()));
        command.addAll(sources);
        return run(command);
    }

    private Result java(Path jdk) throws Exception {
        return run(List.of(
                jdk.resolve("bin/java").toString(),
                "-Dheadway.url=jdbc:h2:mem:consumer",
                "-cp",
                classes + File.pathSeparator + classPath(),
                "app.Program"));
    }

    private Result run(List<String> command) throws Exception {
        Path output = folder.resolve("output");
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Result(exit, Files.readString(output, StandardCharsets.UTF_8).replace("\r", ""));
    }

    private void write(String... classes) throws IOException {
        for (String text : classes) {
            Path file = folder.resolve("app/" + text.replaceFirst("(?s).*?public class (\\w+).*", "$1") + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "package app;\nimport dev.headway.*;\n" + text);
            sources.add(file.toString());
        }
    }

    /** What an application of the runtime has: the runtime, what it depends on, and a driver. */
    private static String classPath() {
        return path(RUNTIME)
                + File.pathSeparator
                + Stream.of("jdbi3-core", "HikariCP", "slf4j-api", "slf4j-nop", "geantyref", "jspecify", "h2")
                        .map(ConsumerIT::jar)
                        .collect(joining(File.pathSeparator));
    }

    private static String jar(String name) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().matches(name + "-\\d.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    private static String path(Path... jars) {
        return Stream.of(jars).map(Path::toString).collect(joining(File.pathSeparator));
    }

    private record Result(int exit, String output) {
        static final Result SILENT = new Result(0, "");
    }
}
