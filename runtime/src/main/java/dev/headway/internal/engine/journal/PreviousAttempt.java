package dev.headway.internal.engine.journal;

import dev.headway.error.PartiallyAppliedException;
import dev.headway.graph.Direction;
import dev.headway.graph.PartialRevision;
import dev.headway.graph.PartialRevision.Doubt;
import dev.headway.graph.Step;
import dev.headway.progress.Outcome;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last attempt to run a step that is not complete: its state, and what that state allows next. It decides which statements
 * of the next attempt are skipped, and whether a step may begin at all. It contains no SQL, and asks no database.
 *
 * @param id the row of {@code headway_log}
 * @param revision the id of the revision
 * @param direction the direction of the step
 * @param outcome {@link Outcome#RUNNING} if the process died
 * @param statements the number of statements that are recorded as completed
 * @param digest identifies those statements; null if the migration used its handle, so they are unknown
 * @param next what is known about the statement after them
 * @param nextDigest identifies that statement and those before it; null if an earlier version of Headway began it, or if the
 *     migration used its handle
 */
public record PreviousAttempt(
        long id,
        String revision,
        Direction direction,
        Outcome outcome,
        int statements,
        @Nullable String digest,
        NextStatement next,
        @Nullable String nextDigest) {

    /**
     * What somebody found out about an interrupted statement, as {@code headway_log} records it.
     *
     * @param outcome the new outcome of the attempt
     * @param next what is known about the statement now
     */
    public record Decision(Outcome outcome, NextStatement next) {}

    /** What the next attempt does with one of its statements. */
    public enum Treatment {
        /** The database has recorded the statement as completed: do not execute it. */
        SKIP,
        /** Somebody has confirmed that the statement was executed: count it as completed. */
        COUNT_AS_COMPLETED,
        /** A process that died may have executed the statement: find out before executing it. */
        CHECK,
        /** Execute the statement. */
        EXECUTE
    }

    /** Returns the state of a step that has no incomplete attempt: it starts from the beginning. */
    public static PreviousAttempt none(Step step) {
        return new PreviousAttempt(
                0,
                step.revision().id(),
                step.direction(),
                Outcome.SETTLED,
                0,
                StatementDigest.NOTHING,
                NextStatement.UNTRIED,
                null);
    }

    /** Returns this state as the next attempt records it, in row {@code row}. */
    public PreviousAttempt inRow(long row) {
        return new PreviousAttempt(row, revision, direction, outcome, statements, digest, next, nextDigest);
    }

    /** Returns whether the next attempt uses the same row, because this one never recorded its end. */
    public boolean keepsRow() {
        return outcome == Outcome.RUNNING;
    }

    /** Returns whether some of its statements are in the database, or may be. */
    public boolean isPartial() {
        return statements > 0 || next != NextStatement.UNTRIED || handleUsed();
    }

    /** Returns whether the migration used its handle, so that the completed statements are unknown. */
    public boolean handleUsed() {
        return digest == null;
    }

    /** Returns whether a statement may have been executed without a record, or the handle was used. */
    public boolean isInDoubt() {
        return next == NextStatement.BEGUN || handleUsed();
    }

    /** Returns why {@code next}, a step of this or another revision, must not begin, with the next step; empty if it may. */
    public Optional<String> refusal(Step next) {
        boolean opposite = direction != next.direction();
        if (handleUsed() && (opposite || revision.equals(next.revision().id()))) {
            return Optional.of("Revision " + revision + " stopped during its " + text(direction)
                    + ", after it called handle() (row " + id + " of " + LogTable.NAME
                    + "). Headway does not know what the migration did with the handle, so it neither resumes nor restarts"
                    + " the revision. Nothing was run. If all changes of the revision are in the database, run headway"
                    + " stamp " + revision
                    + ". If not, restore the database by hand to its state before the step, then run"
                    + " headway retry " + revision + ".");
        }
        if (isPartial() && opposite) {
            return Optional.of("Revision " + revision + " stopped during its " + text(direction) + ", " + position()
                    + " (row " + id + " of " + LogTable.NAME + "), so no " + text(next.direction())
                    + " can begin. Nothing was run. Complete the " + text(direction) + " first, or " + settle());
        }
        return Optional.empty();
    }

    /**
     * Ensures that a squash replaces no revision that was applied or reverted in part.
     *
     * @param contents the ids of the revisions that it replaces, directly or through others
     * @throws PartiallyAppliedException which describes how to resolve the interrupted step
     */
    public static void requireNone(Collection<PreviousAttempt> interrupted, String squash, Set<String> contents) {
        for (PreviousAttempt attempt : interrupted) {
            attempt.refusal(squash, contents).ifPresent(refusal -> {
                throw new PartiallyAppliedException(refusal);
            });
        }
    }

    private Optional<String> refusal(String squash, Set<String> contents) {
        if (!isPartial() || !contents.contains(revision)) {
            return Optional.empty();
        }
        return Optional.of("Revision " + squash + " replaces revision " + revision + ", which stopped during its "
                + text(direction) + ", " + position() + " (row " + id + " of " + LogTable.NAME
                + "). Nothing was run. Complete revision " + revision + " with the code that contains it, or "
                + settle());
    }

    private String position() {
        return switch (next) {
            case UNTRIED ->
                "after " + statements + (statements == 1 ? " completed statement" : " completed statements");
            case BEGUN -> "and it is unknown whether statement " + (statements + 1) + " was executed";
            case DONE -> "after statement " + (statements + 1);
        };
    }

    /**
     * Returns what to do with a statement of the next attempt.
     *
     * @param number the number of the statement, from 1
     * @param digest identifies the statements up to this one; null if the migration has used its handle
     * @throws CannotResumeException if it is the last completed statement, or the one after it that may have been executed, and
     *     the statements have changed since
     */
    public Treatment treatment(int number, @Nullable String digest) {
        if (number == statements && !Objects.equals(this.digest, digest)) {
            throw changed(number);
        }
        if (number <= statements) {
            return Treatment.SKIP;
        }
        if (number > statements + 1 || next == NextStatement.UNTRIED) {
            return Treatment.EXECUTE;
        }
        boolean changed = nextDigest != null && !nextDigest.equals(digest);
        if (next == NextStatement.DONE) {
            if (changed) {
                throw changed(number);
            }
            return Treatment.COUNT_AS_COMPLETED;
        }
        if (changed) {
            throw undecidable("the revision has changed it", "executes the statement that the revision has now");
        }
        return Treatment.CHECK;
    }

    /**
     * Returns whether a statement is known to be the last completed one, or the one after it that may have been executed.
     *
     * @param number the number of the statement, from 1
     * @param digest identifies the statements up to this one
     */
    public boolean contains(int number, String digest) {
        return (number == statements && digest.equals(this.digest))
                || (number == statements + 1 && next != NextStatement.UNTRIED && digest.equals(nextDigest));
    }

    private CannotResumeException changed(int number) {
        return new CannotResumeException("The first " + (number == 1 ? "statement is" : number + " statements are")
                + " in the database from an earlier attempt, but the revision has changed "
                + (number == 1 ? "it" : "them") + " since, so Headway cannot resume after "
                + (number == 1 ? "it" : "them") + ". Restore the revision's code, or " + settle());
    }

    private CannotResumeException undecidable(String change, String continuation) {
        return new CannotResumeException("It is unknown whether statement " + (statements + 1)
                + " was executed before an earlier run stopped at it, and " + change
                + " since, so Headway cannot find out. Restore the revision's code and run again. Or check the database: if"
                + " the statement was not executed, or after you have reverted it by hand, run headway retry "
                + revision
                + ", and the next run " + continuation + ".");
    }

    /**
     * Ensures that the next attempt had at least the completed statements, and the one after them if it may have been executed.
     *
     * @param number the number of statements that it had
     * @throws CannotResumeException if it had fewer
     */
    public void requireAllStatements(int number) {
        int required = next == NextStatement.DONE ? statements + 1 : statements;
        if (number < required) {
            throw new CannotResumeException("The revision now has fewer statements than the " + required
                    + " that are in the database from an earlier attempt. Restore the revision's code, or " + settle());
        }
        if (next == NextStatement.BEGUN && number == statements) {
            throw undecidable("the revision has removed it", "completes the revision without it");
        }
    }

    /** Returns how to restart the step from the beginning. */
    private String settle() {
        return "restore the database by hand to its state before the step, then run UPDATE " + LogTable.NAME
                + " SET outcome = 'settled' WHERE id = " + id + ".";
    }

    /**
     * Returns what to record if somebody found that the interrupted statement was executed.
     *
     * @throws PartiallyAppliedException if the migration used its handle, so it is unknown which statement that is
     */
    public Decision resume() {
        if (handleUsed()) {
            throw new PartiallyAppliedException("Revision " + revision
                    + " called handle(), so Headway does not know after which statement to resume. Nothing was changed. If"
                    + " all changes of the revision are in the database, run headway stamp " + revision
                    + "; if the database is in its state before the step, run headway retry " + revision + ".");
        }
        return new Decision(Outcome.RESUMED, NextStatement.DONE);
    }

    /**
     * Returns what to record if somebody found that the interrupted statement was not executed. If the migration used
     * its handle, the step restarts from the beginning, because it is unknown where the handle stopped.
     */
    public Decision retry() {
        return new Decision(handleUsed() ? Outcome.SETTLED : Outcome.FAILED, NextStatement.UNTRIED);
    }

    private static String text(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is reported about this attempt. */
    public PartialRevision report() {
        int known = next == NextStatement.DONE ? statements + 1 : statements;
        Doubt doubt = handleUsed() ? Doubt.HANDLE : next == NextStatement.BEGUN ? Doubt.STATEMENT : Doubt.NONE;
        return new PartialRevision(revision, direction, known, doubt, outcome == Outcome.RUNNING);
    }
}
