package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.InvalidHistoryException;
import dev.headway.internal.engine.StepLog.Outcome;
import dev.headway.internal.engine.StepLog.Unfinished;
import java.util.List;

/** Notes what somebody found who looked where a step stopped that could not be gone on with unasked. */
final class DoubtWork implements Locked.Work<String> {
    private final boolean done;

    /** Notes that the statement in doubt was {@code done}, or that it was not. */
    DoubtWork(boolean done) {
        this.done = done;
    }

    @Override
    public String on(Session session, DetectedDatabase database, Applied applied, StepLog log) {
        Unfinished doubtful = log.unfinished().values().stream()
                .filter(Unfinished::isInDoubt)
                .findFirst()
                .orElseThrow(
                        () -> new InvalidHistoryException(List.of("No revision stopped where it is not known what was"
                                + " done. There is nothing to decide: the next upgrade goes on by itself.")));
        if (!done) {
            // What a handle did has no end that is known, so the step is begun anew.
            log.decide(doubtful.id(), doubtful.digest() == null ? Outcome.SETTLED : Outcome.FAILED);
        } else if (doubtful.digest() == null) {
            throw new InvalidHistoryException(List.of("Revision " + doubtful.revision()
                    + " asked for handle(), so there is no statement known behind which it could be gone on. Nothing was"
                    + " changed. If all of it is there, say headway stamp " + doubtful.revision()
                    + "; if the database is where it was before the step, say headway retry."));
        } else {
            log.decide(doubtful.id(), Outcome.RESUMED);
        }
        return doubtful.revision();
    }
}
