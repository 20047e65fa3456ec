package dev.headway.graph;

import java.util.Objects;

/**
 * A revision that was applied or reverted in part: its last run stopped, and some of its statements are in the database, or may
 * be.
 *
 * @param revision the id of the revision
 * @param direction whether it was being applied or reverted
 * @param statements the number of statements that are in the database
 * @param doubt why somebody must check the database before the next run
 * @param running whether no end of the last run was recorded: it runs now, or its process died
 * @since 0.1
 */
public record PartialRevision(String revision, Direction direction, int statements, Doubt doubt, boolean running) {
    /** Refuses nulls. */
    public PartialRevision {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(doubt, "doubt");
    }

    /** What is unknown about a revision. */
    public enum Doubt {
        /** Nothing: the next run resumes by itself. */
        NONE,
        /** Whether the statement after the completed ones was executed. */
        STATEMENT,
        /** What the migration did with its handle. */
        HANDLE
    }

    /** Returns whether it is unknown what was executed. */
    public boolean isInDoubt() {
        return doubt != Doubt.NONE;
    }

    /** Returns the state, and the next step, as in {@code partially applied: 2 statements are in the database; …}. */
    public String describe() {
        return (running ? "running now, or its process died; if it died: " : "") + state();
    }

    private String state() {
        int next = statements + 1;
        return switch (doubt) {
            case NONE ->
                "partially " + (direction == Direction.UPGRADE ? "applied: " : "reverted: ")
                        + (statements == 1 ? "1 statement is" : statements + " statements are")
                        + " completed; fix statement " + next + " and run headway " + command()
                        + ", which resumes there";
            case STATEMENT ->
                "in doubt: it is unknown whether statement " + next + " of its " + command()
                        + " was executed; check the database, then run headway resume " + revision
                        + " if it was, or headway retry " + revision + " if it was not";
            case HANDLE ->
                "in doubt: its " + command()
                        + " stopped after it called handle(); if all changes are in the database, run headway stamp "
                        + revision
                        + "; if not, restore the database by hand to its state before the step, then run headway retry "
                        + revision;
        };
    }

    private String command() {
        return direction == Direction.UPGRADE ? "upgrade" : "downgrade";
    }
}
