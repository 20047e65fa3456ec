package dev.headway.examples.hsqldb;

import dev.headway.op.Database;

/** The name by which migrations refer to HSQLDB, as in {@code op.on(Hsqldb.HSQLDB, …)}. */
public final class Hsqldb {
    /** HSQLDB. */
    public static final Database HSQLDB = new Database("HSQLDB");

    private Hsqldb() {}
}
