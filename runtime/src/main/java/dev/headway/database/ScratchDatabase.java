package dev.headway.database;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/**
 * Provides an empty schema of a database product, in which tools create tables, read them back, and discard them. Other
 * sessions must not be disturbed, and nothing may remain afterwards.
 *
 * @see DatabaseType#scratch()
 * @since 0.1
 */
@FunctionalInterface
public interface ScratchDatabase {
    /** The prefix of the names of scratch schemas and databases. */
    String PREFIX = "headway_scratch_";

    /**
     * Work in a scratch schema.
     *
     * @param <T> the type of its result
     */
    @FunctionalInterface
    interface Work<T> {

        /** Runs in the schema that {@code scratch} works in, which is empty, and returns a result. */
        T in(Handle scratch) throws Exception;
    }

    /**
     * Runs {@code work} in an empty schema, and discards the schema. Afterwards the connection of {@code handle} is in the
     * state that it had before.
     *
     * @param handle connects to the database beside whose schemas the scratch schema is created
     * @param otherSchemas names of further schemas that the work may create; existing schemas of these names must be hidden from it
     * @return the result of the work
     * @throws dev.headway.error.CommandException if this user may not create a scratch schema
     * @throws Exception if the work throws it
     */
    <T> T use(Handle handle, List<String> otherSchemas, Work<T> work) throws Exception;

    /** Returns a name that no other scratch schema has. */
    static String newName() {
        return PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
