package dev.headway.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a table as Markdown has it, row by row. */
final class MarkdownTable {
    private final int columns;

    MarkdownTable(String... titles) {
        columns = titles.length;
        print(List.of(titles));
        System.out.println("|" + " --- |".repeat(columns));
    }

    /** Prints a row. */
    void row(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
        }
        print(cells);
    }

    private static void print(List<String> cells) {
        System.out.println(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    static String ms(double seconds) {
        return String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
    }

    static String s(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String mb(double megabytes) {
        return String.format(Locale.ROOT, "%.1f MB", megabytes);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
