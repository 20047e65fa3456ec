package dev.headway.autogenerate;

import dev.headway.op.Sink;

/** Something that can be built where nothing is. */
@FunctionalInterface
interface Build {

    /** Builds it. */
    void on(Sink sink) throws Exception;
}
