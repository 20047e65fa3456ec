package dev.headway.internal.database.h2;

import dev.headway.database.ScratchDatabase;
import dev.headway.internal.database.InMemoryScratch;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** A database in memory with the settings and the current schema of an existing one. */
final class H2Scratch implements ScratchDatabase {
    private static final String SETTINGS = "SELECT setting_name || '=' || setting_value"
            + " FROM information_schema.settings"
            + " WHERE setting_name IN ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER',"
            + " 'CASE_INSENSITIVE_IDENTIFIERS', 'DEFAULT_NULL_ORDERING')";

    @Override
    public <T> T use(Handle handle, List<String> otherSchemas, Work<T> work) throws Exception {
        String settings =
                handle.createQuery(SETTINGS).mapTo(String.class).stream().collect(Collectors.joining(";"));
        String schema = handle.getConnection().getSchema();
        return InMemoryScratch.use(
                "jdbc:h2:mem:;" + settings,
                scratch -> {
                    scratch.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema.replace("\"", "\"\"") + '"');
                    scratch.getConnection().setSchema(schema);
                },
                work);
    }
}
