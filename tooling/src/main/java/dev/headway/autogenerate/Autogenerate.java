package dev.headway.autogenerate;

import dev.headway.Configuration;
import dev.headway.Migrator;
import dev.headway.diff.Rename;
import dev.headway.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Compares a database with what it is to be like. What it is to be like is built in a scratch place of the same kind of
 * database, and both are read by the same reader: so the database itself says what is alike.
 */
public final class Autogenerate {
    private final Configuration configuration;
    private final Target target;
    private final Selection selection;
    private final List<Rename> renames;
    private final boolean strictNames;

    /**
     * Compares with the target that is configured for the project in a directory.
     *
     * @param renames what has another name in the target
     * @param strictNames whether constraints and indexes differ that differ in no more than their names
     */
    public Autogenerate(Path directory, Configuration configuration, List<Rename> renames, boolean strictNames) {
        this.configuration = configuration;
        this.selection = Selection.of(configuration);
        this.target = new Target(directory, configuration, selection.besides());
        this.renames = List.copyOf(renames);
        this.strictNames = strictNames;
    }

    /** Returns whether anybody has said what the database is to be like. */
    public boolean hasTarget() {
        return target.isConfigured();
    }

    /** Returns what leads from the database as it is to the target. */
    public Comparison withDatabase() {
        Wanted wanted = target.wanted();
        Reading now = database();
        return scratch().ask(handle -> comparer(handle).compare(now, wanted));
    }

    /** Returns what leads from what the revisions make to the target. The database is not asked, unless it lends a scratch place. */
    public Comparison withRevisions() {
        Wanted wanted = target.wanted();
        Migrator migrator = scratch();
        return migrator.ask(handle -> comparer(handle)
                .compare(Scratch.built(handle, selection.besides(), sink -> migrator.replay("heads", sink)), wanted));
    }

    /** Returns what leads from nothing to the database as it is. */
    public Comparison fromNothing() {
        Reading now = database();
        Reading nothing = new Reading(now.database(), Schema.EMPTY);
        return scratch().ask(handle -> comparer(handle).compare(nothing, scratch -> now));
    }

    private Reading database() {
        return configuration.migrator().ask(handle -> Reading.of(handle, selection.besides()));
    }

    private Migrator scratch() {
        return scratch(configuration);
    }

    /** Returns what reaches the database that lends scratch places: one of its own, if that is configured. */
    public static Migrator scratch(Configuration configuration) {
        Configuration own = configuration.beside("scratch");
        return own.value("url").isPresent()
                ? own.migrator().database(configuration.database())
                : configuration.migrator();
    }

    private Comparer comparer(Handle scratch) {
        return new Comparer(scratch, selection, renames, strictNames);
    }
}
