package dev.headway.internal.engine;

import dev.headway.database.SqlStatement;

/** Runs the statements of one step in transactions of one kind or another, and keeps the record of it. */
interface StepRecord {

    /** Begins the step. */
    void begin();

    /**
     * Runs the next statement.
     *
     * @throws StatementFailure if the database refuses it
     */
    void run(SqlStatement statement);

    /** Hears that the migration is given the handle, and so does things that Headway cannot know. */
    void handleGiven();

    /** Notes that the step is done, together with its effect on the history; returns how many statements it took. */
    int done();

    /** Takes back what can be taken back, and notes why the step failed. */
    void failed(String error);

    /** Returns how many statements of the step are in the database, if it fails now. */
    int remaining();

    /** Returns whether what the migration did with the handle may be in the database too, if it fails now. */
    boolean handleUsed();
}
