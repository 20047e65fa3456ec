package dev.headway.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process had. */
final class PeakMemory {
    private PeakMemory() {}

    /** Prints it, in kB, if {@code -Dpeak} asks for it. */
    static void tell() throws IOException {
        if (System.getProperty("peak") != null) {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    System.out.println(line.replaceAll("\\D", ""));
                }
            }
        }
    }
}
