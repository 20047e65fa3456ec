package dev.headway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is there for one test, or for one server. */
final class Folder {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 1L << 30;

    private final Path path;

    Folder(String name) {
        this(TEMPORARY, name);
    }

    private Folder(Path parent, String name) {
        try {
            path = Files.createTempDirectory(parent, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a folder in memory if the system has room there, otherwise one on disk. */
    static Folder inMemory(String name) {
        boolean hasRoom = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ENOUGH;
        return new Folder(hasRoom ? MEMORY : TEMPORARY, name);
    }

    Path path() {
        return path;
    }

    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
