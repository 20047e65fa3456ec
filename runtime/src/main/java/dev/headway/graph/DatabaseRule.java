package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** The name of a database can be part of the name of a setting, and of an environment variable. */
final class DatabaseRule implements HistoryRule {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        for (RevisionInfo revision : lineage.revisions()) {
            if (!revision.database().isEmpty()
                    && !NAME.matcher(revision.database()).matches()) {
                faults.add(HistoryFault.whole(
                        Kind.MALFORMED_DATABASE,
                        revision,
                        Attribute.DATABASE,
                        "The database '" + revision.database() + "' of " + revision.describe()
                                + " has a malformed name: it is a lower-case letter, and up to 63 of a-z 0-9 _ behind it,"
                                + " since settings are named after it, as in headway.billing.url."));
            }
        }
    }
}
