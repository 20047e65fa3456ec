package dev.headway.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A pooler in front of a PostgreSQL database, which lends connections by the transaction. */
public final class PgBouncer implements AutoCloseable {
    private final Process process;
    private final Folder folder;
    private final String url;

    private PgBouncer(Process process, Folder folder, String url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /** Starts it, if it is installed. */
    public static Optional<PgBouncer> before(TestDatabase database) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> start(program, database));
    }

    private static PgBouncer start(Path program, TestDatabase database) {
        Folder folder = new Folder("headway-pgbouncer");
        try {
            int port = FreePort.find();
            Path settings = Files.writeString(folder.path().resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=localhost port=%s user=%s password=%s
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    idle_transaction_timeout = 3
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(
                    database.url().replaceAll(".*:(\\d+)/.*", "$1"), database.user(), database.password(), port));
            List<String> command = new ArrayList<>(List.of(program.toString(), "--quiet"));
            if (System.getProperty("user.name").equals("root")) {
                command.add("--user=nobody"); // it refuses to run as root
            }
            command.add(settings.toString());
            if (!settings.toFile().setReadable(true, false)
                    || !folder.path().toFile().setExecutable(true, false)) {
                throw new IOException("Cannot share " + folder.path());
            }
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await(port, process);
            return new PgBouncer(process, folder, database.url().replaceAll("//.*/", "//127.0.0.1:" + port + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(int port, Process process) throws IOException {
        for (int tries = 0; process.isAlive() && tries < 100; tries++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                sleep();
            }
        }
        throw new IOException("PgBouncer does not answer");
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the URL of the database through it. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        folder.delete();
    }
}
