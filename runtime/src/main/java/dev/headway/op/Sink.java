package dev.headway.op;

import dev.headway.error.NotRecordableException;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import org.jdbi.v3.core.Handle;

/**
 * Receives operations, to run them, write them to a script or keep them.
 *
 * @since 0.1
 */
public interface Sink {

    /** Returns the database of the operations. */
    Database database();

    /** Returns the SQL syntax of that database. */
    SqlSyntax syntax();

    /** Receives the next operation. */
    void accept(Operation operation);

    /**
     * Returns the handle of the transaction in which the operations run.
     *
     * @throws NotRecordableException if the operations don't run on a database
     */
    Handle handle();

    /**
     * Returns the current schema of the database.
     *
     * @throws NotRecordableException if the operations don't run on a database
     */
    LiveSchema inspect();
}
