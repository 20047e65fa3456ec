package dev.headway.testing;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteDataSource;

/** SQLite, in a file. */
final class SqliteServer implements DatabaseServer {
    private static final String PREFIX = "jdbc:sqlite:";

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.CHECKS, Capability.TRANSACTIONAL_DDL, Capability.CLIENT, Capability.STANDARD_SQL);
    }

    @Override
    public TestDatabase create() {
        Folder folder = new Folder("headway-sqlite");
        // Tests kill processes, never the machine: nothing has to reach the disk.
        String url = PREFIX + folder.path().resolve("test.db") + "?synchronous=OFF";
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(url);
        return new TestDatabase(this, dataSource, url, "", "", folder::delete);
    }

    @Override
    public Optional<Client> client(TestDatabase database) {
        String file = database.url().substring(PREFIX.length()).replaceFirst("\\?.*", "");
        return Client.find("sqlite3", Stream.empty())
                .map(sqlite -> new Client(List.of(sqlite.toString(), "-bail", file), Map.of()));
    }

    @Override
    public void clear(TestDatabase database) {
        database.jdbi().useHandle(handle -> {
            handle.execute("PRAGMA foreign_keys = OFF");
            handle.createQuery(
                            "SELECT 'DROP ' || type || ' \"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_master WHERE type IN ('table', 'view')"
                                    + " AND name NOT LIKE 'sqlite%'")
                    .mapTo(String.class)
                    .list()
                    .forEach(drop -> execute(handle, drop));
        });
    }

    /** Passes JDBI by, which would look for parameters in the names. */
    private static void execute(Handle handle, String sql) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
