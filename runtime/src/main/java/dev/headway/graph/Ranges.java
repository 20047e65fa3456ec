package dev.headway.graph;

import dev.headway.error.InvalidIdentifierException;
import dev.headway.error.RevisionNotFoundException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves ranges of revisions. */
final class Ranges {
    private final Lineage lineage;
    private final Identifiers identifiers;

    Ranges(Lineage lineage, Identifiers identifiers) {
        this.lineage = lineage;
        this.identifiers = identifiers;
    }

    BitSet of(String range, @Nullable BitSet applied) {
        int colon = range.indexOf(':');
        if (colon < 0 || colon != range.lastIndexOf(':')) {
            throw InvalidIdentifierException.range(range);
        }
        Identifier from = end(range.substring(0, colon), "base");
        Identifier to = end(range.substring(colon + 1), "heads");
        if (from.isRelative() && to.isRelative()) {
            throw InvalidIdentifierException.range(range);
        }
        return between(range, from, to, applied);
    }

    private static Identifier end(String text, String open) {
        return Identifier.parse(text.isEmpty() ? open : text);
    }

    private BitSet between(String range, Identifier from, Identifier to, @Nullable BitSet applied) {
        List<Integer> first;
        List<Integer> last;
        if (to.isRelative()) {
            first = identifiers.resolve(from, applied);
            last = identifiers.walkAsFarAsPossible(to, first).places();
        } else {
            last = identifiers.resolve(to, applied);
            first = from.isRelative()
                    ? identifiers.walkAsFarAsPossible(from, last).places()
                    : identifiers.resolve(from, applied);
        }
        BitSet between = lineage.ancestors(last);
        for (int place : first) {
            if (!between.get(place)) {
                throw RevisionNotFoundException.notInLine(
                        range, "'" + to.text() + "' is not a descendant of '" + from.text() + "'.");
            }
        }
        between.and(lineage.descendantsThroughDown(first.isEmpty() ? bases(from) : first));
        return between;
    }

    /** Returns the bases of the branch if the range starts in one, otherwise all bases. */
    private List<Integer> bases(Identifier from) {
        List<Integer> bases = identifiers.bases();
        if (from.scope() == null) {
            return bases;
        }
        BitSet line = lineage.ancestorsThroughDown(List.of(identifiers.branch(from.scope())));
        return bases.stream().filter(line::get).toList();
    }
}
