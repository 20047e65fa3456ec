package dev.headway.internal.engine;

import static java.util.stream.Collectors.joining;

import dev.headway.error.NothingToResolveException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.graph.RevisionGraph;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.internal.engine.journal.PreviousAttempt.Decision;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records whether a statement in doubt was executed, as somebody found out who checked the database. */
final class ResolutionTask implements LockedTask<String> {
    private static final String NOTHING = "Nothing to resolve: no revision is in doubt.";

    private final RevisionGraph graph;
    private final @Nullable String target;
    private final String command;
    private final Function<PreviousAttempt, Decision> decision;

    private ResolutionTask(
            RevisionGraph graph,
            @Nullable String target,
            String command,
            Function<PreviousAttempt, Decision> decision) {
        this.graph = graph;
        this.target = target;
        this.command = "headway " + command + " ";
        this.decision = decision;
    }

    /** The statement was executed: the next run resumes after it. */
    static ResolutionTask resume(RevisionGraph graph, @Nullable String revision) {
        return new ResolutionTask(graph, revision, "resume", PreviousAttempt::resume);
    }

    /** The statement was not executed: the next run resumes with it. */
    static ResolutionTask retry(RevisionGraph graph, @Nullable String revision) {
        return new ResolutionTask(graph, revision, "retry", PreviousAttempt::retry);
    }

    @Override
    public String run(LockedSession locked, AppliedRevisions applied) {
        Collection<PreviousAttempt> attempts = locked.log().interrupted().values();
        PreviousAttempt resolved = target == null ? onlyOne(attempts) : named(attempts, target);
        locked.log().recordDecision(resolved.id(), decision.apply(resolved));
        return resolved.revision();
    }

    private PreviousAttempt onlyOne(Collection<PreviousAttempt> attempts) {
        List<PreviousAttempt> inDoubt = select(attempts, PreviousAttempt::isInDoubt);
        if (inDoubt.isEmpty()) {
            throw new NothingToResolveException(attempts.stream()
                    .filter(PreviousAttempt::isPartial)
                    .map(attempt -> " Revision " + attempt.revision() + " is "
                            + attempt.report().describe() + ".")
                    .collect(joining("", NOTHING, "")));
        }
        return requireOne(inDoubt);
    }

    private PreviousAttempt named(Collection<PreviousAttempt> attempts, String id) {
        List<PreviousAttempt> exact =
                select(attempts, attempt -> attempt.revision().equals(id));
        List<PreviousAttempt> found =
                exact.isEmpty() ? select(attempts, attempt -> attempt.revision().startsWith(id)) : exact;
        List<PreviousAttempt> inDoubt = select(found, PreviousAttempt::isInDoubt);
        if (!inDoubt.isEmpty()) {
            return requireOne(inDoubt);
        }
        for (PreviousAttempt attempt : select(found, PreviousAttempt::isPartial)) {
            throw new NothingToResolveException("Nothing to resolve: revision " + attempt.revision() + " is "
                    + attempt.report().describe() + ".");
        }
        String revision = graph.resolve(id).stream().map(known -> known.id()).collect(joining(", "));
        throw new NothingToResolveException("Nothing to resolve: revision " + revision + " is not in doubt.");
    }

    private PreviousAttempt requireOne(List<PreviousAttempt> inDoubt) {
        if (inDoubt.size() > 1) {
            List<String> ids = inDoubt.stream().map(PreviousAttempt::revision).toList();
            throw new PartiallyAppliedException(
                    ids.size() + " revisions are in doubt: " + String.join(", ", ids) + ". Nothing was changed. Run "
                            + ids.stream().map(command::concat).collect(joining(" or ")) + ".");
        }
        return inDoubt.get(0);
    }

    private static List<PreviousAttempt> select(
            Collection<PreviousAttempt> attempts, Predicate<PreviousAttempt> condition) {
        return attempts.stream().filter(condition).toList();
    }
}
