package dev.headway.testing;

import dev.headway.Migrations;
import dev.headway.error.HeadwayException;
import dev.headway.graph.RevisionRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Another process that upgrades a database, and can be killed. */
public final class Upgrader implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;

    private Upgrader(Process process) {
        this.process = process;
        this.told = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process that waits for {@link #go}.
     *
     * @param history what it upgrades to: a class that can be instantiated
     * @param stop the call of the driver behind which it stops until {@link #go} is said again; 0 for none
     */
    public static Upgrader start(TestDatabase database, Class<? extends Supplier<RevisionRegistry>> history, int stop) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Upgrader.class.getName(),
                database.url(),
                database.user(),
                database.password(),
                history.getName(),
                String.valueOf(stop)));
        try {
            return new Upgrader(
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it begin, or go on. */
    public Upgrader go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what it says when it has stopped or ended: {@code stopped}, {@code done}, or {@code failed} and why. */
    public String outcome() {
        try {
            @Nullable String line = told.readLine();
            return line == null ? "gone" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number by which the operating system knows it. */
    public long pid() {
        return process.pid();
    }

    /** Has no thread of it do anything until {@link #wake}. */
    public void pause() {
        signal("STOP");
    }

    /** Has it go on where it was paused. */
    public Upgrader wake() {
        signal("CONT");
        return this;
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill} does, and waits until it has ended. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Runs in the process. */
    public static void main(String[] args) throws Exception {
        CallCounter calls = new CallCounter(Integer.parseInt(args[4]), Upgrader::stop);
        Supplier<?> history = Class.forName(args[3])
                .asSubclass(Supplier.class)
                .getConstructor()
                .newInstance();
        RevisionRegistry registry = (RevisionRegistry) history.get();
        if (System.in.read() < 0) {
            return;
        }
        try {
            Migrations.on(calls.dataSource(args[0], args[1], args[2]))
                    .registries(registry)
                    .lockTimeout(Duration.ofMinutes(2))
                    .upgradeToHead();
            System.out.println("done");
        } catch (HeadwayException e) {
            System.out.println("failed " + e.getMessage().replace('\n', ' '));
        }
        // What the pool of a driver does afterwards is not waited for.
        Runtime.getRuntime().halt(0);
    }

    private static void stop() {
        System.out.println("stopped");
        try {
            int answer = System.in.read();
            if (answer < 0) {
                Runtime.getRuntime().halt(1); // nobody is there who could let it go on
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
