package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.internal.tooling.diff.MatchedParts.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts are written as {@code name=definition}. */
class MatchedPartsTest {

    @Test
    void matchesEqualParts() {
        MatchedParts<String> parts = match(List.of("x=1", "y=2"), List.of("y=2", "z=3"));

        assertThat(parts.kept()).containsExactly(new Pair<>("y=2", "y=2"));
        assertThat(parts.dropped()).containsExactly("x=1");
        assertThat(parts.added()).containsExactly("z=3");
    }

    @Test
    void prefersEqualNames() {
        MatchedParts<String> parts = match(List.of("x=1", "y=1"), List.of("y=1", "z=1"));

        assertThat(parts.kept()).containsExactly(new Pair<>("y=1", "y=1"), new Pair<>("x=1", "z=1"));
    }

    @Test
    void dropsAndAddsPartsThatMustBeCreatedAgain() {
        MatchedParts<String> parts = match(List.of("x=1"), List.of("z=1"));

        assertThat(parts.recreate(pair -> pair.from().equals("x=1"))).isTrue();
        assertThat(parts.recreate(pair -> true)).isFalse();
        assertThat(parts.kept()).isEmpty();
        assertThat(parts.dropped()).containsExactly("x=1");
        assertThat(parts.added()).containsExactly("z=1");
    }

    private static MatchedParts<String> match(List<String> from, List<String> to) {
        return MatchedParts.of(
                from,
                to,
                (one, other) -> one.charAt(0) == other.charAt(0),
                (one, other) -> one.charAt(2) == other.charAt(2));
    }
}
