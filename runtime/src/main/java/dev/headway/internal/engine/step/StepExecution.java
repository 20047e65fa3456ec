package dev.headway.internal.engine.step;

import dev.headway.database.SqlStatement;
import dev.headway.op.Operation;

/** Executes and records the statements of one step, in one transaction or in several. */
interface StepExecution {

    /** Begins the step. */
    void begin();

    /**
     * Runs the next statement.
     *
     * @throws StatementFailedException if the database refuses it
     */
    void run(SqlStatement statement);

    /**
     * Continues after an operation that requires no statement, at least not now. If an earlier attempt had a statement for it, that
     * statement is completed.
     */
    default void runNothing(Operation operation) {}

    /** Must be called before the migration gets a handle: Headway does not know what the migration does with it. */
    void beforeHandle();

    /** Records that the step is complete, together with its effect on the history; returns its number of statements. */
    int complete();

    /** Rolls back what can be rolled back, and records why the step failed. */
    void fail(String error);

    /** Returns how many statements of the step are in the database if it fails now. */
    int completedStatements();

    /** Returns whether changes that the migration made with the handle may be in the database if it fails now. */
    boolean handleUsed();
}
