package dev.headway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A history of so many revisions, in a temporary folder, ready for each contender. */
record History(Path folder, int count) implements AutoCloseable {

    /** Writes it, and compiles it with Headway's processor. */
    static History make(Artifacts artifacts, int count) throws IOException {
        History history = new History(Files.createTempDirectory("headway-benchmark"), count);
        Revisions.writeClasses(history.sources(), count);
        Revisions.writeFiles(history.files(), count);
        Revisions.writeChangelog(history.changelog(), count);
        new Compilation(artifacts, history.sources(), history.classes())
                .program(Compilation.Processor.HEADWAY)
                .run();
        return history;
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    /** Returns where the compiled classes are. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** Returns where the SQL files are. */
    Path files() {
        return folder.resolve("files");
    }

    /** Returns the one file with all of it. */
    Path changelog() {
        return folder.resolve("changelog.sql");
    }

    @Override
    public void close() {
        Folder.delete(folder);
    }
}
