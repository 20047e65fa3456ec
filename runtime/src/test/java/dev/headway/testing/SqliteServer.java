package dev.headway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteDataSource;

/** SQLite, in a file. */
final class SqliteServer implements DatabaseServer {

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.TRANSACTIONAL_DDL, Trait.CLIENT, Trait.STANDARD_SQL);
    }

    @Override
    public TestDatabase create() {
        Path folder = folder();
        String url = "jdbc:sqlite:" + folder.resolve("test.db");
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(url);
        return new TestDatabase(this, dataSource, url, "", "", () -> delete(folder));
    }

    @Override
    public Optional<Client> client(TestDatabase database) {
        return Client.find("sqlite3", Stream.empty())
                .map(sqlite -> new Client(
                        List.of(sqlite.toString(), "-bail", database.url().substring("jdbc:sqlite:".length())),
                        Map.of()));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("headway-sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
