package dev.headway.cli;

import dev.headway.autogenerate.Comparison;
import dev.headway.diff.Rename;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Asks of columns that go and come whether they were renamed, of each once, and compares again with those that were. */
final class RenameQuestions {
    private final Questions questions;
    private final Function<List<Rename>, Comparison> comparing;
    private final Set<Rename> asked = new HashSet<>();

    /** Asks about what {@code comparing} finds, if it is given what was renamed. */
    RenameQuestions(Questions questions, Function<List<Rename>, Comparison> comparing) {
        this.questions = questions;
        this.comparing = comparing;
    }

    /** Returns the comparison in which {@code known} was renamed, and what was said to be. */
    Comparison answered(List<Rename> known) {
        List<Rename> renames = new ArrayList<>(known);
        Comparison comparison = comparing.apply(renames);
        int before = -1;
        while (before < renames.size()) {
            before = renames.size();
            for (Rename likely : comparison.found().likelyRenames()) {
                if (renames.stream().noneMatch(rename -> concernsSame(rename, likely)) && asked.add(likely)) {
                    ask(likely, renames);
                }
            }
            if (before < renames.size()) {
                comparison = comparing.apply(renames);
            }
        }
        return comparison;
    }

    private void ask(Rename likely, List<Rename> renames) {
        if (questions.isSo("Was column " + likely.table() + "." + likely.from() + " renamed to " + likely.to() + "?")) {
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
