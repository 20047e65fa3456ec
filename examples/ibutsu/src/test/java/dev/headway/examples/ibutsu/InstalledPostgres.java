package dev.headway.examples.ibutsu;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of this machine, with the {@code pg_dump} that belongs to it: one that is older than a server refuses to dump
 * it, and the server of the other tests comes without any.
 */
final class InstalledPostgres implements AutoCloseable {
    private static final Path PLACE = Path.of("/usr/lib/postgresql");
    private static final List<String> PROGRAMS = List.of("initdb", "postgres", "pg_dump");

    private final Path programs;
    private final Path data;
    private final int port;
    private final Process server;

    private InstalledPostgres(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.data = Files.createTempDirectory("ibutsu");
        this.port = FreePort.find();
        run(asNobody("initdb", "--pgdata=" + data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "-N"));
        server = new ProcessBuilder(asNobody("postgres", "-D", data.toString(), "-k", data.toString(), "-p", "" + port))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
    }

    /** Returns where its programs are, the newest if there are several. */
    static Optional<Path> find() throws IOException {
        if (!Files.isDirectory(PLACE)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PLACE)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> PROGRAMS.stream().allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    static InstalledPostgres start(Path programs) throws Exception {
        InstalledPostgres postgres = new InstalledPostgres(programs);
        postgres.waitUntilItAnswers();
        return postgres;
    }

    private void waitUntilItAnswers() throws Exception {
        for (int tried = 0; ; tried++) {
            try {
                dataSource().getConnection().close();
                return;
            } catch (SQLException e) {
                if (tried == 100 || !server.isAlive()) {
                    throw new IllegalStateException(Files.readString(data.resolve("log")), e);
                }
                Thread.sleep(100);
            }
        }
    }

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        return dataSource;
    }

    /** Returns what it has, but for Headway's own, without comments and settings. */
    String dump() throws IOException, InterruptedException {
        String dump = run(List.of(
                programs.resolve("pg_dump").toString(),
                "--schema-only",
                "--no-owner",
                "--no-privileges",
                "--exclude-table=headway_*",
                "--host=localhost",
                "--port=" + port,
                "--username=postgres",
                "postgres"));
        return dump.lines()
                .filter(line -> !line.isBlank() && !line.matches("(--|\\\\|SET |SELECT pg_catalog).*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The server refuses to run as root, which containers are: then it runs as a user whom nobody knows. */
    private List<String> asNobody(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        server.onExit().join();
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
