package dev.headway.internal.tooling.autogenerate;

import java.util.List;
import java.util.Random;

/**
 * Chooses.
 *
 * @param random by this
 */
record RandomChoice(Random random) {
    /** Says yes so many times out of so many. */
    boolean in(int times, int outOf) {
        return random.nextInt(outOf) < times;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    final <T> T of(T... from) {
        return from[random.nextInt(from.length)];
    }
}
