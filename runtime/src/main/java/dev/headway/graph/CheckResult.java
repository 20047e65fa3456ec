package dev.headway.graph;

import static java.util.stream.Collectors.joining;

import dev.headway.error.NotUpToDateException;
import java.util.ArrayList;
import java.util.List;

/**
 * The differences between the revisions in the code and the revisions in a database.
 *
 * @param pending the revisions that the database has not applied, in the order in which they would run
 * @param unknown the ids of the applied revisions that no class declares
 * @param changed the revisions whose class has changed since they were applied
 * @param heads the heads, if there are several without branch labels of their own; otherwise empty
 * @since 0.1
 */
public record CheckResult(
        List<RevisionInfo> pending, List<String> unknown, List<RevisionInfo> changed, List<RevisionInfo> heads) {
    private static final int SHOWN = 10;

    /** Copies the lists. */
    public CheckResult {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        changed = List.copyOf(changed);
        heads = List.copyOf(heads);
    }

    /** Returns whether there is no difference. */
    public boolean isGood() {
        return objections().isEmpty();
    }

    /** Returns a message for each kind of difference, with the next step. */
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (!pending.isEmpty()) {
            objections.add("Target database is not up to date. Pending: " + ids(pending)
                    + ". Apply them with headway upgrade heads, or Migrations.upgradeToHead().");
        }
        if (!unknown.isEmpty()) {
            objections.add("The database has revisions applied that no class declares: " + list(unknown)
                    + ". Deploy the code that has them, or restore the classes.");
        }
        if (!changed.isEmpty()) {
            objections.add(changed(changed));
        }
        if (!heads.isEmpty()) {
            objections.add("Multiple head revisions are present: " + ids(heads)
                    + ". Join them with headway merge heads -m \"…\", or give each a branch label of its own.");
        }
        return objections;
    }

    static String changed(List<RevisionInfo> changed) {
        return "Changed since applied: "
                + list(changed.stream().map(RevisionInfo::describe).toList())
                + ". The current content of these classes was never run on this database. Restore the old content, and make the"
                + " change in a new revision. If they do the same as before, or you have changed the database by hand, record"
                + " that: headway stamp current.";
    }

    private static String ids(List<RevisionInfo> revisions) {
        return list(revisions.stream().map(RevisionInfo::id).toList());
    }

    private static String list(List<String> names) {
        return names.stream().limit(SHOWN).collect(joining(", "))
                + (names.size() <= SHOWN ? "" : " and " + (names.size() - SHOWN) + " more");
    }

    /**
     * Does nothing if there is no difference.
     *
     * @throws NotUpToDateException with all differences
     */
    public void require() {
        if (!isGood()) {
            throw new NotUpToDateException(
                    objections(), pending.stream().map(RevisionInfo::id).toList());
        }
    }
}
