package dev.headway.op;

import dev.headway.schema.Sequence;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that is being declared. By default it starts with 1 and is incremented by 1.
 *
 * @since 0.1
 */
public final class SequenceDraft {
    private @Nullable Long start;
    private @Nullable Long increment;
    private @Nullable Long minimum;
    private @Nullable Long maximum;
    private boolean cycle;

    private SequenceDraft() {}

    static Sequence define(String name, Consumer<SequenceDraft> definition) {
        SequenceDraft draft = new SequenceDraft();
        definition.accept(draft);
        return new Sequence(
                name, orOne(draft.start), orOne(draft.increment), draft.minimum, draft.maximum, draft.cycle);
    }

    private static long orOne(@Nullable Long number) {
        return number == null ? 1 : number;
    }

    /** Sets the first number. */
    public SequenceDraft startWith(long number) {
        start = Once.set("startWith(…)", start, number);
        return this;
    }

    /** Sets the difference between a number and the next one. */
    public SequenceDraft incrementBy(long step) {
        increment = Once.set("incrementBy(…)", increment, step);
        return this;
    }

    /** Sets the smallest number. */
    public SequenceDraft minValue(long number) {
        minimum = Once.set("minValue(…)", minimum, number);
        return this;
    }

    /** Sets the largest number. */
    public SequenceDraft maxValue(long number) {
        maximum = Once.set("maxValue(…)", maximum, number);
        return this;
    }

    /** Restarts the sequence after its last number. */
    public SequenceDraft cycle() {
        cycle = true;
        return this;
    }
}
