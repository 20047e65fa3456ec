package dev.headway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A history of so many revisions, in a temporary folder, ready for each contender. */
record GeneratedHistory(Path folder, int count) implements AutoCloseable {

    /** Writes it, and compiles it with Headway's processor. */
    static GeneratedHistory make(ClassPathJars artifacts, int count) throws IOException {
        GeneratedHistory history = new GeneratedHistory(Files.createTempDirectory("headway-benchmark"), count);
        GeneratedRevisions.writeClasses(history.sources(), count);
        GeneratedRevisions.writeFiles(history.files(), count);
        GeneratedRevisions.writeChangelog(history.changelog(), count);
        new HistoryCompilation(artifacts, history.sources(), history.classes())
                .program(HistoryCompilation.Processor.HEADWAY)
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
        TemporaryFolders.delete(folder);
    }
}
