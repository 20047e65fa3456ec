package dev.headway.autogenerate;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.ConfigurationException;
import dev.headway.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A database that is dropped afterwards. As long as it is used, a lock of its name is held: so one that a killed process left
 * is known, and dropped by whoever comes next.
 */
final class MariaDbScratch implements Scratch {
    private static final String LEFT_BEHIND = """
            SELECT schema_name
            FROM information_schema.schemata
            WHERE schema_name LIKE 'headway\\_scratch\\_%' AND is_free_lock(schema_name) = 1""";

    private final Handle handle;
    private final DetectedDatabase detected;

    MariaDbScratch(Handle handle, DetectedDatabase detected) {
        this.handle = handle;
        this.detected = detected;
    }

    @Override
    public Schema read(Build build) throws Exception {
        Connection connection = handle.getConnection();
        String before = connection.getCatalog();
        String name = Scratch.newName();
        handle.createQuery(LEFT_BEHIND).mapTo(String.class).list().forEach(this::drop);
        create(name);
        try {
            connection.setCatalog(name);
            build.on(new DirectSink(handle, detected));
            return detected.read(() -> handle).read();
        } finally {
            connection.setCatalog(before);
            drop(name);
            handle.createQuery("SELECT release_lock(?)")
                    .bind(0, name)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    private void create(String name) {
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
            if (e.getCause() instanceof SQLException refused && refused.getErrorCode() == 1044) {
                throw new ConfigurationException("This user may not create a database, in which what is wanted would be"
                        + " built and dropped. Nothing was changed. GRANT ALL ON `headway\\_scratch\\_%`.* TO the user,"
                        + " or name another server in headway.scratch.url.");
            }
            throw e;
        }
    }

    private void drop(String name) {
        handle.execute("DROP DATABASE " + name);
    }
}
