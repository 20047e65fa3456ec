package dev.headway.graph;

import static java.util.stream.Collectors.joining;

import dev.headway.error.NotUpToDateException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the code and a database agree, and on what they don't: for builds and deployments to go by.
 *
 * @param pending revisions that the code has and the database has not applied, in the order in which they would run
 * @param unknown the ids of those that the database has applied and the code does not know
 * @param changed those whose class is another than when they were applied
 * @param heads where the history ends, if it ends several times without labels that make branches of them; else empty
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

    /** Returns whether there is nothing to object to. */
    public boolean isUpToDate() {
        return problems().isEmpty();
    }

    /** Returns what there is to object to, each with what to do about it. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!pending.isEmpty()) {
            problems.add("Target database is not up to date. Pending: " + ids(pending)
                    + ". Apply them with headway upgrade heads, or Migrations.upgradeToHead().");
        }
        if (!unknown.isEmpty()) {
            problems.add("The database has revisions applied that no class declares: " + told(unknown)
                    + ". Deploy the code that has them, or bring the classes back.");
        }
        if (!changed.isEmpty()) {
            problems.add(changed(changed));
        }
        if (!heads.isEmpty()) {
            problems.add("Multiple head revisions are present: " + ids(heads)
                    + ". Join them with headway merge heads -m \"…\", or give each a branch label of its own.");
        }
        return problems;
    }

    static String changed(List<RevisionInfo> changed) {
        return "Changed since applied: "
                + told(changed.stream().map(RevisionInfo::describe).toList())
                + ". What the classes say now was never run on this database. Bring them back to what they were, and let a"
                + " new revision make the change. If they do the same as before, or the database was changed by hand, have"
                + " it noted: headway stamp current.";
    }

    private static String ids(List<RevisionInfo> revisions) {
        return told(revisions.stream().map(RevisionInfo::id).toList());
    }

    private static String told(List<String> names) {
        return names.stream().limit(SHOWN).collect(joining(", "))
                + (names.size() <= SHOWN ? "" : " and " + (names.size() - SHOWN) + " more");
    }

    /**
     * Does nothing if there is nothing to object to.
     *
     * @throws NotUpToDateException with all that there is
     */
    public void requireUpToDate() {
        if (!isUpToDate()) {
            throw new NotUpToDateException(
                    problems(), pending.stream().map(RevisionInfo::id).toList());
        }
    }
}
