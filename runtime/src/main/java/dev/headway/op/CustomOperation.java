package dev.headway.op;

import java.util.List;

/**
 * An operation of a user's own: a record that implements this, and is given to {@link Operations#apply}. It is planned,
 * journaled, scripted and inverted like those of Headway.
 */
public non-sealed interface CustomOperation extends Operation {

    /**
     * Returns the statements that carry it out, without terminators.
     *
     * @throws dev.headway.error.UnsupportedFeatureException if the database cannot do it; its message says what to do instead
     */
    List<String> statements(Spelling spelling);

    @Override
    default <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
        return visitor.custom(this, parameter);
    }
}
