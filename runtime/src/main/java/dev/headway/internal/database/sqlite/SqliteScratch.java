package dev.headway.internal.database.sqlite;

import dev.headway.database.ScratchDatabase;
import dev.headway.internal.database.InMemoryScratch;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A database in memory. */
final class SqliteScratch implements ScratchDatabase {

    @Override
    public <T> T use(Handle handle, List<String> otherSchemas, Work<T> work) throws Exception {
        return InMemoryScratch.use("jdbc:sqlite::memory:", scratch -> {}, work);
    }
}
