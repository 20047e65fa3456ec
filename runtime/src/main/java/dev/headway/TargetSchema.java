package dev.headway;

import dev.headway.op.Operations;

/**
 * What a database is to be like, said by building it from nothing. Tools build it in a place that is empty, and compare that
 * with a database: what separates them becomes a migration.
 */
@FunctionalInterface
public interface TargetSchema {

    /**
     * Builds the schema.
     *
     * @param op says what is in it, as in a migration
     * @throws Exception if it cannot be built
     */
    void build(Operations op) throws Exception;
}
