package dev.headway.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/** Numbers given on the command line as {@code 10,100,1000}. */
final class Numbers {
    private Numbers() {}

    static List<Integer> of(String list) {
        return Stream.of(list.split(",", -1)).map(Integer::valueOf).toList();
    }
}
