package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaced revisions have well-formed ids and are replaced once. No other revision requires those that still exist.
 */
final class ReplacementRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        Map<String, RevisionInfo> replacedBy = new HashMap<>();
        for (RevisionInfo revision : lineage.revisions()) {
            for (int i = 0; i < revision.replaces().size(); i++) {
                String wrong = wrong(revision, revision.replaces().get(i), replacedBy);
                if (wrong != null) {
                    faults.add(new HistoryFault(Kind.BAD_REPLACEMENT, revision, Attribute.REPLACES, i, wrong));
                }
            }
        }
        for (RevisionInfo revision : lineage.revisions()) {
            if (!replacedBy.isEmpty()) {
                Set<RevisionInfo> squashes = squashesOf(revision, replacedBy);
                check(revision, revision.down(), Attribute.DOWN, squashes, replacedBy, faults);
                check(revision, revision.dependsOn(), Attribute.DEPENDS_ON, squashes, replacedBy, faults);
            }
        }
    }

    private static @Nullable String wrong(RevisionInfo revision, String id, Map<String, RevisionInfo> replacedBy) {
        if (id.equals(revision.id())) {
            return revision.describe() + " replaces itself. Give it an id of its own.";
        }
        RevisionInfo other = replacedBy.putIfAbsent(id, revision);
        if (revision.equals(other)) {
            return revision.describe() + " replaces '" + id + "' twice. Name it once.";
        }
        if (other != null) {
            return "'" + id + "' is replaced twice: by " + other.describe() + " and by " + revision.describe()
                    + ". Remove it from one of them.";
        }
        return RevisionNames.isWellFormed(id)
                ? null
                : revision.describe() + " replaces '" + id + "', which is malformed: an id is " + RevisionNames.RULE
                        + ".";
    }

    /** Returns the squash that replaces a revision, the one that replaces that squash, and so on. */
    private static Set<RevisionInfo> squashesOf(RevisionInfo revision, Map<String, RevisionInfo> replacedBy) {
        Set<RevisionInfo> squashes = new LinkedHashSet<>();
        RevisionInfo squash = replacedBy.get(revision.id());
        while (squash != null && squashes.add(squash)) {
            squash = replacedBy.get(squash.id());
        }
        return squashes;
    }

    private static void check(
            RevisionInfo revision,
            List<String> references,
            Attribute attribute,
            Set<RevisionInfo> squashes,
            Map<String, RevisionInfo> replacedBy,
            List<HistoryFault> faults) {
        if (squashes.isEmpty()) {
            requireToStay(revision, references, attribute, replacedBy, faults);
        }
        for (RevisionInfo squash : squashes) {
            int index = squash.equals(revision) ? HistoryFault.WHOLE : references.indexOf(squash.id());
            if (index >= 0) {
                faults.add(new HistoryFault(
                        Kind.BAD_REPLACEMENT,
                        revision,
                        attribute,
                        index,
                        revision.describe() + " comes after " + squash.describe()
                                + ", which replaces it, so it can never"
                                + " be applied. Remove it from the 'replaces' of " + squash.id()
                                + ", or name the revision that it follows."));
            }
        }
    }

    private static void requireToStay(
            RevisionInfo revision,
            List<String> references,
            Attribute attribute,
            Map<String, RevisionInfo> replacedBy,
            List<HistoryFault> faults) {
        for (int i = 0; i < references.size(); i++) {
            RevisionInfo squash = replacedBy.get(references.get(i));
            if (squash == null) {
                continue;
            }
            String wrong = squash.equals(revision)
                    ? revision.describe() + " comes after '" + references.get(i)
                            + "', which it replaces. Give it the parents of the first revision that it replaces."
                    : revision.describe() + " comes after '" + references.get(i) + "', which " + squash.describe()
                            + " replaces. Name that one instead.";
            faults.add(new HistoryFault(Kind.BAD_REPLACEMENT, revision, attribute, i, wrong));
        }
    }
}
