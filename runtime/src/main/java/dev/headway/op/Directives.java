package dev.headway.op;

/**
 * The directives of a migration in one direction.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Directives {

    /** Calls the directives on {@code op}. */
    void applyTo(Operations op) throws Exception;
}
