package dev.headway.internal.tooling.squash;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.internal.tooling.diff.Rename;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.project.SquashRange;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import java.util.List;
import java.util.Set;

/**
 * Finds the revision that replaces a range of revisions: the differences between a scratch schema before the range and after
 * it, including rows. The operations are run in a scratch schema, up and down, before they are returned.
 *
 * @param migrator has the compiled revisions, and reaches the database that lends scratch schemas
 * @param range the revisions to replace
 * @param rowsByHand tables whose rows the user inserts by hand
 * @param renames tables and columns that raw SQL renames in the range
 */
public record Squash(Migrator migrator, SquashRange range, Set<String> rowsByHand, List<Rename> renames) {

    /** Copies the collections. */
    public Squash {
        rowsByHand = Set.copyOf(rowsByHand);
        renames = List.copyOf(renames);
    }

    /**
     * The replacement of a range.
     *
     * @param body the statements
     * @param omissions the actions of revisions that the replacement omits
     * @param likelyRenames columns that are dropped and added, and may have been renamed by raw SQL
     * @param notRestored tables whose rows the downgrade does not restore
     */
    public record Squashed(
            NewRevision.Body body, List<Omission> omissions, List<Rename> likelyRenames, List<String> notRestored) {}

    /**
     * Returns the replacement of the range.
     *
     * @throws CommandException if none was found
     */
    public Squashed find() {
        return ConnectedDatabase.ask(migrator, connected -> new SquashSearch(this, connected).find());
    }
}
