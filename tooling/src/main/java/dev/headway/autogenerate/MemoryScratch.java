package dev.headway.autogenerate;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A database in memory, which is gone with its only connection. */
final class MemoryScratch implements Scratch {
    private final String url;
    private final @Nullable String schema;
    private final List<String> besides;

    /** Makes a place in a database in memory that {@code url} names; {@code schema} is there too, if it is not null. */
    MemoryScratch(String url, @Nullable String schema, List<String> besides) {
        this.url = url;
        this.schema = schema;
        this.besides = besides;
    }

    /** Returns a place that behaves as a database of H2 does. */
    static MemoryScratch ofH2(Handle handle, List<String> besides) throws SQLException {
        String settings = handle
                .createQuery("SELECT setting_name || '=' || setting_value"
                        + " FROM information_schema.settings"
                        + " WHERE setting_name IN ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER',"
                        + " 'CASE_INSENSITIVE_IDENTIFIERS', 'DEFAULT_NULL_ORDERING')")
                .mapTo(String.class)
                .stream()
                .collect(Collectors.joining(";"));
        return new MemoryScratch(
                "jdbc:h2:mem:;" + settings, handle.getConnection().getSchema(), besides);
    }

    @Override
    public Schema read(Build build) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Handle handle = Jdbi.create(connection).open()) {
            if (schema != null) {
                String quoted = '"' + schema.replace("\"", "\"\"") + '"';
                handle.execute("CREATE SCHEMA IF NOT EXISTS " + quoted);
                connection.setSchema(schema);
            }
            connection.setAutoCommit(false); // where SQLite copies a table, it wants to do that whole or not at all
            DetectedDatabase detected = Databases.detect(connection);
            try {
                build.on(new DirectSink(handle, detected));
                return Reading.of(handle, besides).schema();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
