package dev.headway.internal.database.postgresql;

import dev.headway.database.Dialect;
import dev.headway.database.ScratchDatabase;
import dev.headway.database.Version;
import dev.headway.error.CommandException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A schema in a transaction that is rolled back, so that no other session sees it, and nothing of it can remain. Its search
 * path has no other schemas than those of extensions, so that nothing else is found by mistake.
 */
final class PostgresScratch implements ScratchDatabase {
    private static final String NOT_ALLOWED = "42501";

    private static final String EXTENSIONS = """
            SELECT DISTINCT quote_ident(n.nspname)
            FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE n.nspname <> 'pg_catalog'""";

    @Override
    public <T> T use(Handle handle, List<String> otherSchemas, Work<T> work) throws Exception {
        Connection connection = handle.getConnection();
        boolean autocommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            String name = ScratchDatabase.newName();
            enter(handle, name);
            hide(handle, otherSchemas, name);
            return work.in(handle);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autocommit);
        }
    }

    private static void enter(Handle handle, String name) {
        List<String> path = handle.createQuery(EXTENSIONS).mapTo(String.class).list();
        path.add(0, name);
        try {
            handle.execute("CREATE SCHEMA " + name);
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException refused && NOT_ALLOWED.equals(refused.getSQLState())) {
                throw new CommandException("This user may not create a schema. The command creates a scratch schema and"
                        + " rolls it back. Nothing was changed. GRANT CREATE ON DATABASE … TO the user, or set"
                        + " headway.scratch.url to another database.");
            }
            throw e;
        }
        handle.execute("SET LOCAL search_path TO " + String.join(", ", path));
    }

    /** Existing schemas have another name until the transaction ends, which no other session sees. */
    private static void hide(Handle handle, List<String> schemas, String name) {
        Dialect dialect = new PostgresDialect(Version.LATEST);
        List<String> existing = handle.createQuery("SELECT nspname FROM pg_namespace")
                .mapTo(String.class)
                .list();
        for (int i = 0; i < schemas.size(); i++) {
            if (existing.contains(schemas.get(i))) {
                handle.execute("ALTER SCHEMA " + dialect.quote(schemas.get(i)) + " RENAME TO " + name + "_" + i);
            }
        }
    }
}
