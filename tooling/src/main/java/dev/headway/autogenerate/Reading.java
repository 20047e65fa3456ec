package dev.headway.autogenerate;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.error.ConfigurationException;
import dev.headway.op.Database;
import dev.headway.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What was read of a database.
 *
 * @param database the kind of database
 * @param schema what it has
 */
record Reading(Database database, Schema schema) {
    private static final Set<Database> WITH_SCHEMAS = Set.of(Database.POSTGRESQL, Database.H2);

    /**
     * Reads the schema that the connection works in, and those beside it.
     *
     * @throws ConfigurationException if the database has no schemas
     */
    static Reading of(Handle handle, List<String> besides) throws SQLException {
        DetectedDatabase detected = Databases.detect(handle.getConnection());
        Dialect dialect = detected.dialect();
        if (!besides.isEmpty() && !WITH_SCHEMAS.contains(dialect.database())) {
            throw new ConfigurationException(
                    "headway.schemas names schemas beside the one that is worked in, and a database" + " of the kind "
                            + dialect.database() + " has none. Nothing was compared: leave it out.");
        }
        return new Reading(dialect.database(), detected.read(() -> handle).readWith(besides));
    }
}
