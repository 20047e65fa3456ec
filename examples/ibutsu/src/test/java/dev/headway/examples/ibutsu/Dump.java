package dev.headway.examples.ibutsu;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.schema.Schema;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What {@code pg_dump} told of a database of Ibutsu's own Alembic, after each of its revisions. */
record Dump(String revision, String sql) {
    private static final String BESIDE = "as_dumped";

    /** In the order in which they ran. */
    static final List<Dump> ALL = List.of(
            load("1-cacecc4f1237"),
            load("2-fc3df1d9ee4e"),
            load("3-53994db980f1"),
            load("4-8cf9148b9ad9"),
            load("5-e5736dbcc0b0"),
            load("6-d18de2b3253f"));

    private static Dump load(String name) {
        try (InputStream file = Dump.class.getResourceAsStream("/dumps/" + name + ".sql")) {
            return new Dump(name.substring(2), new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what it makes, in a schema beside the one that is worked in, which is gone afterwards. */
    Schema restored(Handle handle) throws SQLException {
        handle.begin();
        try {
            SqlSyntax syntax =
                    Databases.of(Database.POSTGRESQL).dialect(Version.LATEST).syntax();
            handle.execute("CREATE SCHEMA " + BESIDE);
            handle.execute("SET LOCAL search_path TO " + BESIDE);
            SqlText.of(sql.replace("public.", BESIDE + "."), syntax)
                    .statements()
                    .forEach(handle::execute);
            return Databases.detect(handle.getConnection()).read(() -> handle).read();
        } finally {
            handle.rollback();
        }
    }

    @Override
    public String toString() {
        return revision;
    }
}
