package dev.headway.graph;

import static java.util.stream.Collectors.joining;

import dev.headway.error.NotUpToDateException;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of comparing the revisions of the code with a database. Builds and deployments can require it to be up to date.
 *
 * @param pending the revisions of the code that the database has not applied, in the order in which they would run
 * @param unknown the ids of applied revisions that the code does not contain
 * @param changed the applied revisions whose class has changed since
 * @param heads the heads of the history, if there are several and they are not branches with labels; otherwise empty
 * @param partial the revisions that were applied or reverted in part
 * @since 0.1
 */
public record CheckResult(
        List<RevisionInfo> pending,
        List<String> unknown,
        List<RevisionInfo> changed,
        List<RevisionInfo> heads,
        List<PartialRevision> partial) {
    private static final int SHOWN = 10;

    /** Creates a result without revisions that were applied or reverted in part. */
    public CheckResult(
            List<RevisionInfo> pending, List<String> unknown, List<RevisionInfo> changed, List<RevisionInfo> heads) {
        this(pending, unknown, changed, heads, List.of());
    }

    /** Copies the lists. */
    public CheckResult {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        changed = List.copyOf(changed);
        heads = List.copyOf(heads);
        partial = List.copyOf(partial);
    }

    /** Returns whether there are no problems. */
    public boolean isUpToDate() {
        return problems().isEmpty();
    }

    /** Returns the problems, each with the next step. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!pending.isEmpty()) {
            problems.add("Target database is not up to date. Pending: " + ids(pending)
                    + ". Apply them with headway upgrade heads, or Migrations.upgradeToHead().");
        }
        if (!unknown.isEmpty()) {
            problems.add("The database has applied revisions that no class declares: " + list(unknown)
                    + ". Deploy the code that contains them, or restore the classes.");
        }
        if (!changed.isEmpty()) {
            problems.add(changed(changed));
        }
        if (!heads.isEmpty()) {
            problems.add("Multiple head revisions are present: " + ids(heads)
                    + ". Join them with headway merge heads -m \"…\", or give each a branch label of its own.");
        }
        for (PartialRevision revision : partial) {
            problems.add("Revision " + revision.revision() + " is " + revision.describe() + ".");
        }
        return problems;
    }

    static String changed(List<RevisionInfo> changed) {
        return "Changed since applied: "
                + list(changed.stream().map(RevisionInfo::describe).toList())
                + ". The changed classes were never run on this database. Restore the classes, and make the change in a"
                + " new revision. If the classes have the same effect as before, or the database was changed by hand,"
                + " accept them: headway stamp current.";
    }

    private static String ids(List<RevisionInfo> revisions) {
        return list(revisions.stream().map(RevisionInfo::id).toList());
    }

    private static String list(List<String> names) {
        return names.stream().limit(SHOWN).collect(joining(", "))
                + (names.size() <= SHOWN ? "" : " and " + (names.size() - SHOWN) + " more");
    }

    /**
     * Ensures that there are no problems.
     *
     * @throws NotUpToDateException which lists all problems
     */
    public void requireUpToDate() {
        if (!isUpToDate()) {
            throw new NotUpToDateException(
                    problems(), pending.stream().map(RevisionInfo::id).toList());
        }
    }
}
