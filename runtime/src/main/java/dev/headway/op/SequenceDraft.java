package dev.headway.op;

import dev.headway.schema.Sequence;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sequence that is being declared: from 1 on, one by one, unless something else is said. */
public final class SequenceDraft {
    private long start = 1;
    private long increment = 1;
    private @Nullable Long minimum;
    private @Nullable Long maximum;
    private boolean cycle;

    private SequenceDraft() {}

    static Sequence define(String name, Consumer<SequenceDraft> definition) {
        SequenceDraft draft = new SequenceDraft();
        definition.accept(draft);
        return new Sequence(name, draft.start, draft.increment, draft.minimum, draft.maximum, draft.cycle);
    }

    /** Says the first number. */
    public SequenceDraft startWith(long number) {
        start = number;
        return this;
    }

    /** Says how far the next number is from the one before. */
    public SequenceDraft incrementBy(long step) {
        increment = step;
        return this;
    }

    /** Says the smallest number. */
    public SequenceDraft minValue(long number) {
        minimum = number;
        return this;
    }

    /** Says the largest number. */
    public SequenceDraft maxValue(long number) {
        maximum = number;
        return this;
    }

    /** Begins anew behind the last number. */
    public SequenceDraft cycle() {
        cycle = true;
        return this;
    }
}
