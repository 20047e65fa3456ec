package dev.headway.internal.tooling.scratch;

import dev.headway.Migrator;
import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.ScratchDatabase;
import dev.headway.error.CommandException;
import dev.headway.error.ConfigurationException;
import dev.headway.error.HeadwayException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.schema.LiveSchema;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A connection, and the database at its other end, which is detected once for each connection.
 *
 * @param handle the connection
 * @param database the database
 */
public record ConnectedDatabase(Handle handle, DetectedDatabase database) {

    /**
     * Uses a connection.
     *
     * @param <T> the type of what is found
     */
    @FunctionalInterface
    public interface Question<T> {

        /** Returns what was found. */
        T ask(ConnectedDatabase connected) throws SQLException;
    }

    /** Detects the database at the other end of a connection. */
    public static ConnectedDatabase of(Handle handle) throws SQLException {
        return new ConnectedDatabase(handle, Databases.detect(handle.getConnection()));
    }

    /** Asks a question over a connection of a migrator, which is closed afterwards. */
    public static <T> T ask(Migrator migrator, Question<T> question) {
        return migrator.ask(handle -> question.ask(of(handle)));
    }

    /** Returns what the database has now; each question asks the database. */
    public LiveSchema inspect() {
        return database.read(() -> handle);
    }

    /**
     * Reads the current schema and others.
     *
     * @throws ConfigurationException if there are others, and the database has no other schemas
     */
    public DatabaseSchema read(List<String> otherSchemas) {
        try {
            return new DatabaseSchema(database, inspect().readWith(otherSchemas));
        } catch (UnsupportedFeatureException e) {
            throw new ConfigurationException("headway.schemas lists other schemas, but " + database.name()
                    + " has none besides the current one. Nothing was compared. Remove headway.schemas.");
        }
    }

    /** Runs {@code work} in an empty schema, and discards the schema. */
    public <T> T inScratch(List<String> otherSchemas, ScratchDatabase.Work<T> work) throws Exception {
        return database.type().scratch().use(handle, otherSchemas, work);
    }

    /**
     * Creates a schema in an empty one, and returns how it reads.
     *
     * @param otherSchemas further schemas that are created and read
     * @throws CommandException if there can be no scratch schema, or {@code builder} fails in it
     */
    public DatabaseSchema build(List<String> otherSchemas, SchemaBuilder builder) throws SQLException {
        try {
            return inScratch(otherSchemas, handle -> {
                ConnectedDatabase scratch = new ConnectedDatabase(handle, database);
                builder.build(new ImmediateSink(scratch));
                return scratch.read(otherSchemas);
            });
        } catch (HeadwayException | SQLException e) {
            throw e;
        } catch (Exception e) {
            CommandException refused = new CommandException(
                    "Building the schema in a scratch schema failed, so nothing was compared: " + e.getMessage());
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
