package dev.headway.op;

import org.jdbi.v3.core.Handle;

/** Where operations go: to a database, or into memory. */
public interface Sink {

    /** Takes the next operation. */
    void accept(Operation operation);

    /**
     * Returns the handle of the transaction that the operations run in.
     *
     * @throws NotRecordableException if the operations do not go to a live database
     */
    Handle handle();
}
