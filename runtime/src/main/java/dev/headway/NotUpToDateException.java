package dev.headway;

import java.util.List;

/** The database has not all revisions applied that the code has. */
public final class NotUpToDateException extends HeadwayException {
    private final List<String> pending;

    /** Names the {@code pending} revisions, by their ids. */
    public NotUpToDateException(List<String> pending) {
        super("Target database is not up to date. Pending: " + told(pending)
                + ". Nothing was run. Apply them with headway upgrade heads, or Migrations.upgradeToHead().");
        this.pending = List.copyOf(pending);
    }

    private static String told(List<String> pending) {
        int most = 10;
        return pending.size() <= most
                ? String.join(", ", pending)
                : String.join(", ", pending.subList(0, most)) + " and " + (pending.size() - most) + " more";
    }

    /** Returns the ids of the revisions that are not applied, in the order in which they would run. */
    public List<String> pending() {
        return pending;
    }
}
