package dev.headway.autogenerate;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.error.ConfigurationException;
import dev.headway.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A schema in a transaction that is rolled back: nobody else ever sees it, and nothing can be left of it. Beside it the
 * search path has the schemas of extensions alone, so nothing else is found by mistake.
 */
final class PostgresScratch implements Scratch {
    private static final String NOT_ALLOWED = "42501";
    private static final String EXTENSIONS = """
            SELECT DISTINCT quote_ident(n.nspname)
            FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE n.nspname <> 'pg_catalog'""";

    private final Handle handle;
    private final DetectedDatabase detected;
    private final Dialect dialect;
    private final List<String> besides;

    PostgresScratch(Handle handle, DetectedDatabase detected, List<String> besides) {
        this.handle = handle;
        this.detected = detected;
        this.dialect = detected.dialect();
        this.besides = besides;
    }

    @Override
    public Schema read(Build build) throws Exception {
        Connection connection = handle.getConnection();
        boolean autocommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            String name = Scratch.newName();
            enter(name);
            hideOthers(name);
            build.on(new DirectSink(handle, detected));
            return Reading.of(handle, besides).schema();
        } finally {
            connection.rollback();
            connection.setAutoCommit(autocommit);
        }
    }

    /** Other schemas that are compared have another name until the transaction ends, for nobody else. */
    private void hideOthers(String name) {
        List<String> there = handle.createQuery("SELECT nspname FROM pg_namespace")
                .mapTo(String.class)
                .list();
        for (int i = 0; i < besides.size(); i++) {
            if (there.contains(besides.get(i))) {
                handle.execute("ALTER SCHEMA " + dialect.quote(besides.get(i)) + " RENAME TO " + name + "_" + i);
            }
        }
    }

    private void enter(String name) {
        List<String> path = handle.createQuery(EXTENSIONS).mapTo(String.class).list();
        path.add(0, name);
        try {
            handle.execute("CREATE SCHEMA " + name);
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException refused && NOT_ALLOWED.equals(refused.getSQLState())) {
                throw new ConfigurationException(
                        "This user may not create a schema, in which what is wanted would be built"
                                + " and rolled back. Nothing was changed. GRANT CREATE ON DATABASE … TO the user, or name another database in"
                                + " headway.scratch.url.");
            }
            throw e;
        }
        handle.execute("SET LOCAL search_path TO " + String.join(", ", path));
    }
}
