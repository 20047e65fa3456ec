package dev.headway.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A Java program that runs in a process of its own, with the flags that a JVM has by itself. */
record JavaProgram(String main, Collection<Path> classPath, List<String> arguments) {

    /** Runs it; returns what it printed. */
    String run() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments.stream().filter(a -> a.startsWith("-D")).toList());
        command.addAll(List.of(
                "-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), main));
        command.addAll(arguments.stream().filter(a -> !a.startsWith("-D")).toList());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(main + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
