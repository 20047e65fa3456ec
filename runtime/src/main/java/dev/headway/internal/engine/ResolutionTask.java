package dev.headway.internal.engine;

import dev.headway.error.NothingToResolveException;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.progress.Outcome;
import java.util.function.Function;

/** Records whether a statement in doubt was executed, as somebody found out who checked the database. */
final class ResolutionTask implements LockedTask<String> {
    private final Function<PreviousAttempt, Outcome> decision;

    private ResolutionTask(Function<PreviousAttempt, Outcome> decision) {
        this.decision = decision;
    }

    /** The statement was executed: the next run resumes after it. */
    static ResolutionTask resume() {
        return new ResolutionTask(PreviousAttempt::resume);
    }

    /** The statement was not executed: the next run resumes with it. */
    static ResolutionTask retry() {
        return new ResolutionTask(PreviousAttempt::retry);
    }

    @Override
    public String run(LockedSession locked, AppliedRevisions applied) {
        PreviousAttempt inDoubt = locked.log().interrupted().values().stream()
                .filter(PreviousAttempt::isInDoubt)
                .findFirst()
                .orElseThrow(() -> new NothingToResolveException(
                        "Nothing to resolve: no revision is in doubt. The next upgrade resumes by itself."));
        locked.log().recordDecision(inDoubt.id(), decision.apply(inDoubt));
        return inDoubt.revision();
    }
}
