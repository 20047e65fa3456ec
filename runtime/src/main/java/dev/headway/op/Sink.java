package dev.headway.op;

import dev.headway.error.NotRecordableException;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import org.jdbi.v3.core.Handle;

/** Where operations go: to a database, into a script, or into memory. */
public interface Sink {

    /** Returns which database it is that the operations are for. */
    Database database();

    /** Returns how that database reads SQL. */
    SqlSyntax syntax();

    /** Takes the next operation. */
    void accept(Operation operation);

    /**
     * Returns the handle of the transaction that the operations run in.
     *
     * @throws NotRecordableException if the operations do not go to a live database
     */
    Handle handle();

    /**
     * Returns what the database has now.
     *
     * @throws NotRecordableException if the operations do not go to a live database
     */
    LiveSchema inspect();
}
