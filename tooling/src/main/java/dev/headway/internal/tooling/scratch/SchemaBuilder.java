package dev.headway.internal.tooling.scratch;

import dev.headway.op.Sink;

/** Creates a schema where none exists. */
@FunctionalInterface
public interface SchemaBuilder {

    /** Hands the operations that create the schema to {@code sink}. */
    void build(Sink sink) throws Exception;
}
