package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** The name of a database fits into the names of settings and environment variables. */
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
                                + " has a malformed name. A name is a lower-case letter followed by up to 63 of a-z 0-9 _,"
                                + " since it is part of settings such as headway.billing.url."));
            }
        }
    }
}
