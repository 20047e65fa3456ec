package dev.headway.internal.tooling.project;

import dev.headway.error.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A change of a source file.
 *
 * @param file the file
 * @param before its text before
 * @param after its text afterwards
 */
record FileChange(Path file, String before, String after) {

    /**
     * Does nothing if the file is still as it was read.
     *
     * @throws CommandException if it was edited since
     */
    void requireUnedited() {
        try {
            if (!Files.readString(file).equals(before)) {
                throw new CommandException(
                        file + " was edited while the command ran. Nothing was written. Run the command again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write() {
        try {
            return Files.writeString(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
