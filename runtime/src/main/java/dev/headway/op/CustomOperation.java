package dev.headway.op;

import java.util.List;

/**
 * An operation that a user defines: a record that implements this interface, passed to {@link Operations#apply}. Headway
 * validates, journals, scripts and inverts it like its own operations.
 *
 * @since 0.1
 */
public non-sealed interface CustomOperation extends Operation {

    /**
     * Returns the statements of this operation, without terminators.
     *
     * @throws dev.headway.error.UnsupportedFeatureException if the database doesn't support the operation; its message names
     *     an alternative
     */
    List<String> statements(Spelling spelling);

    @Override
    default <R, P> R accept(OperationVisitor<R, P> visitor, P parameter) {
        return visitor.custom(this, parameter);
    }
}
