package dev.headway.op;

/**
 * Declares what an exclusion constraint compares, which it needs before it has options.
 *
 * @since 0.1
 */
public sealed interface ExclusionElements permits ExclusionDraft {

    /** Compares a column or an expression with an operator, as in {@code with("during", "&&")}. */
    ExclusionDraft with(String expression, String operator);
}
