package dev.headway.op;

/** What a migration says in one direction. */
@FunctionalInterface
public interface Directives {

    /** Says it all to {@code op}. */
    void applyTo(Operations op) throws Exception;
}
