package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.ScratchDatabase;
import dev.headway.error.CommandException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A database that is dropped afterwards. While it is in use, a named lock is held, so the next command recognizes a database
 * that a killed process left, and drops it.
 */
final class FamilyScratch implements ScratchDatabase {
    private static final FamilySessions SESSIONS = new FamilySessions();
    private static final int ACCESS_DENIED = 1044;

    private static final String ABANDONED = """
            SELECT schema_name
            FROM information_schema.schemata
            WHERE schema_name LIKE 'headway\\_scratch\\_%' AND is_free_lock(schema_name) = 1""";

    @Override
    public <T> T use(Handle handle, List<String> otherSchemas, Work<T> work) throws Exception {
        Connection connection = handle.getConnection();
        String before = SESSIONS.currentSchema(connection);
        String name = ScratchDatabase.newName();
        handle.createQuery(ABANDONED).mapTo(String.class).list().forEach(abandoned -> drop(handle, abandoned));
        create(handle, name);
        try {
            SESSIONS.enterSchema(connection, name);
            return work.in(handle);
        } finally {
            SESSIONS.restoreSchema(connection, before);
            drop(handle, name);
            handle.createQuery("SELECT release_lock(?)")
                    .bind(0, name)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    private static void create(Handle handle, String name) {
        handle.createQuery("SELECT get_lock(?, 0)")
                .bind(0, name)
                .mapTo(Integer.class)
                .one();
        String texts = handle.createQuery("SELECT concat('CHARACTER SET ', @@character_set_database,"
                        + " ' COLLATE ', @@collation_database)")
                .mapTo(String.class)
                .one();
        try {
            handle.execute("CREATE DATABASE " + name + " " + texts);
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException refused && refused.getErrorCode() == ACCESS_DENIED) {
                throw new CommandException("This user may not create a database. The command creates a scratch database"
                        + " and drops it. Nothing was changed. GRANT ALL ON `headway\\_scratch\\_%`.* TO the user, or set"
                        + " headway.scratch.url to another server.");
            }
            throw e;
        }
    }

    private static void drop(Handle handle, String name) {
        handle.execute("DROP DATABASE " + name);
    }
}
