package dev.headway.autogenerate;

import dev.headway.dialect.Dialect;
import dev.headway.dialect.Dialects;
import dev.headway.op.Database;
import dev.headway.schema.Schema;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * What was read of a database.
 *
 * @param database the kind of database
 * @param schema what it has
 */
record Reading(Database database, Schema schema) {

    static Reading of(Handle handle) throws SQLException {
        Dialect dialect = Dialects.of(handle.getConnection());
        return new Reading(dialect.database(), dialect.live(handle).read());
    }
}
