package dev.headway.internal.tooling.autogenerate;

import dev.headway.Configuration;
import dev.headway.Migrator;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.DatabaseSchema;
import dev.headway.schema.Schema;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Compares a database with a target. The target is built in a scratch schema of the same database product, and both schemas
 * are read by the same reader, so the database itself decides what is equal.
 */
public final class Autogenerate {
    private final Configuration configuration;
    private final Target target;
    private final Selection selection;
    private final boolean strictNames;

    /** Compares a schema with another one, which may be built in a scratch schema of {@code connected}. */
    private interface Comparing {
        Comparison compare(DatabaseSchema now, ConnectedDatabase connected) throws SQLException;
    }

    /**
     * Compares with the target that is configured for the project in a directory.
     *
     * @param strictNames whether constraints and indexes differ if only their names do
     */
    public Autogenerate(Path directory, Configuration configuration, boolean strictNames) {
        this.configuration = configuration;
        this.selection = Selection.of(configuration);
        this.target = new Target(directory, configuration, selection.otherSchemas());
        this.strictNames = strictNames;
    }

    /** Returns whether a target is configured. */
    public boolean hasTarget() {
        return target.isConfigured();
    }

    /** Returns the differences from the database to the target. */
    public Comparison withDatabase() {
        TargetReader reader = target.reader();
        return fromDatabase((now, connected) -> comparer(connected).compare(now, reader));
    }

    /** Returns the differences from what the revisions create to the target. Reads nothing of the database. */
    public Comparison withRevisions() {
        TargetReader reader = target.reader();
        Migrator migrator = scratch(configuration);
        return ConnectedDatabase.ask(migrator, connected -> {
            DatabaseSchema made = connected.build(selection.otherSchemas(), sink -> migrator.replay("heads", sink));
            return comparer(connected).compare(made, reader);
        });
    }

    /** Returns the differences from an empty schema to the database. */
    public Comparison fromNothing() {
        return fromDatabase((now, connected) ->
                comparer(connected).compare(new DatabaseSchema(now.database(), Schema.EMPTY), scratch -> now));
    }

    private Comparison fromDatabase(Comparing comparing) {
        Migrator database = configuration.migrator();
        if (!hasOwnScratch(configuration)) {
            return ConnectedDatabase.ask(
                    database, connected -> comparing.compare(connected.read(selection.otherSchemas()), connected));
        }
        DatabaseSchema now = ConnectedDatabase.ask(database, connected -> connected.read(selection.otherSchemas()));
        return ConnectedDatabase.ask(scratch(configuration), connected -> comparing.compare(now, connected));
    }

    private SchemaComparer comparer(ConnectedDatabase connected) {
        return new SchemaComparer(connected, selection, strictNames);
    }

    private static boolean hasOwnScratch(Configuration configuration) {
        return configuration.beside("scratch").value("url").isPresent();
    }

    /** Returns a migrator of the database that lends scratch schemas: {@code headway.scratch.url}, or the database itself. */
    public static Migrator scratch(Configuration configuration) {
        return hasOwnScratch(configuration)
                ? configuration.beside("scratch").migrator().database(configuration.database())
                : configuration.migrator();
    }
}
