package dev.headway.internal.tooling.autogenerate;

import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.DatabaseSchema;
import java.sql.SQLException;

/** Reads the schema that a database is to have. */
@FunctionalInterface
interface TargetReader {

    /** Returns the schema, which may be built in a scratch schema of {@code connected}. */
    DatabaseSchema read(ConnectedDatabase connected) throws SQLException;
}
