package dev.headway.cli;

import dev.headway.internal.tooling.autogenerate.Comparison;
import dev.headway.internal.tooling.diff.Rename;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks whether columns were renamed that are dropped while an equal column is added, about each column once. */
final class RenamePrompts {
    private final Prompt prompt;
    private final Set<Rename> asked = new HashSet<>();

    RenamePrompts(Prompt prompt) {
        this.prompt = prompt;
    }

    /** Returns the comparison in which {@code known} was renamed, and everything that the user confirms. */
    Comparison confirmed(Comparison found, List<Rename> known) {
        List<Rename> renames = new ArrayList<>(known);
        Comparison comparison = found.renaming(renames);
        int before = -1;
        while (before < renames.size()) {
            before = renames.size();
            for (Rename likely : comparison.found().likelyRenames()) {
                if (renames.stream().noneMatch(rename -> concernsSame(rename, likely)) && asked.add(likely)) {
                    ask(likely, renames);
                }
            }
            if (before < renames.size()) {
                comparison = found.renaming(renames);
            }
        }
        return comparison;
    }

    private void ask(Rename likely, List<Rename> renames) {
        if (prompt.confirms(
                "Was column " + likely.table() + "." + likely.from() + " renamed to " + likely.to() + "?")) {
            renames.add(likely);
        }
    }

    /** A column has one name before, and one after. */
    private static boolean concernsSame(Rename one, Rename other) {
        return one.table() != null
                && one.table().equals(other.table())
                && (one.from().equals(other.from()) || one.to().equals(other.to()));
    }
}
