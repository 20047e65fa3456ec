package dev.headway.op;

import java.util.List;
import java.util.stream.Stream;

/** Lists of names that are never empty, because a directive asks for the first one by itself. */
final class NameList {
    private NameList() {}

    static List<String> of(String first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }
}
