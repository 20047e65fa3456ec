package dev.headway;

import dev.headway.op.Operations;

/**
 * The desired schema of a database, defined by code that builds it. Tools build it in an empty scratch database, compare it with
 * the real database, and write the difference as a migration.
 */
@FunctionalInterface
public interface TargetSchema {

    /**
     * Builds the schema in an empty database.
     *
     * @param op creates the objects, as in a migration
     * @throws Exception if the schema cannot be built
     */
    void build(Operations op) throws Exception;
}
