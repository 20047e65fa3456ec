package dev.headway.autogenerate;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.error.ConfigurationException;
import dev.headway.error.HeadwayException;
import dev.headway.op.Database;
import dev.headway.schema.Schema;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/** A place beside a database, and of its kind, that is empty before something is built in it, and gone afterwards. */
interface Scratch {
    /** What the names of all such places begin with. */
    String PREFIX = "headway_scratch_";

    /**
     * Returns the place beside what {@code handle} is connected to, whose connection is as before when it is gone.
     *
     * @param besides other schemas that may be made there too
     */
    static Scratch beside(Handle handle, List<String> besides) throws SQLException {
        DetectedDatabase detected = Databases.detect(handle.getConnection());
        Database database = detected.type().database();
        if (database.equals(Database.POSTGRESQL)) {
            return new PostgresScratch(handle, detected, besides);
        } else if (database.equals(Database.H2)) {
            return MemoryScratch.ofH2(handle, besides);
        } else if (database.equals(Database.SQLITE)) {
            return new MemoryScratch("jdbc:sqlite::memory:", null, besides);
        }
        return new MariaDbScratch(handle, detected);
    }

    /**
     * Returns what {@code build} makes of nothing.
     *
     * @throws ConfigurationException if there can be no such place
     * @throws Exception what {@code build} throws
     */
    Schema read(Build build) throws Exception;

    /**
     * Returns what {@code build} makes of nothing beside what {@code handle} is connected to.
     *
     * @throws ConfigurationException if there can be no such place, or it cannot be built there
     */
    static Reading built(Handle handle, List<String> besides, Build build) throws SQLException {
        try {
            return new Reading(
                    Databases.detect(handle.getConnection()).dialect().database(),
                    beside(handle, besides).read(build));
        } catch (HeadwayException | SQLException e) {
            throw e;
        } catch (Exception e) {
            ConfigurationException refused = new ConfigurationException(
                    "What is wanted cannot be built in a scratch place, so nothing was compared: " + e.getMessage());
            refused.addSuppressed(e);
            throw refused;
        }
    }

    /** Returns a name that no such place has. */
    static String newName() {
        return PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
