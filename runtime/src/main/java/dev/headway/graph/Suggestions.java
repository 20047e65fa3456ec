package dev.headway.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Suggests names for a misspelled one. */
final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /** Returns the few names that are most similar to {@code name}, the most similar first. */
    static List<String> to(String name, Stream<String> names) {
        int far = 1 + name.length() / 4;
        record Candidate(String name, int distance) {}
        return names.filter(other -> Math.abs(other.length() - name.length()) <= far)
                .map(other -> new Candidate(other, distance(lower(name), lower(other))))
                .filter(candidate -> candidate.distance() <= far)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the Levenshtein distance: how many characters must be inserted, deleted or replaced. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
