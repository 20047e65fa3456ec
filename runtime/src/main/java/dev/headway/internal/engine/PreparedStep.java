package dev.headway.internal.engine;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.HeadwayException;
import dev.headway.error.NotRecordableException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import dev.headway.op.Sink;
import java.util.List;

/**
 * A step that was gone through before anything runs, so that what can never work is refused in time.
 *
 * <p>If all of it could be recorded, the recorded operations are what runs: the migration is asked once. If it needs the
 * live database, or throws, it is asked again when its turn comes.
 */
final class PreparedStep {
    private final Step step;
    private final Directives directives;
    private final List<Operation> operations;
    private final boolean outsideTransaction;

    private PreparedStep(Step step, Directives directives, List<Operation> operations, boolean outsideTransaction) {
        this.step = step;
        this.directives = directives;
        this.operations = operations;
        this.outsideTransaction = outsideTransaction || !step.revision().transactional();
    }

    /**
     * Prepares a step.
     *
     * @throws HeadwayException if it cannot work on this database, or has no downgrade
     */
    static PreparedStep of(Step step, Directives directives, Dialect dialect) {
        RecordingSink recorded = new RecordingSink(dialect.database(), dialect.syntax());
        try {
            Operations.perform(step.revision(), directives, recorded);
        } catch (HeadwayException e) {
            throw e;
        } catch (Exception onlyLive) {
            return new PreparedStep(step, directives, List.of(), false);
        }
        List<Operation> operations = recorded.operations();
        boolean outsideTransaction = false;
        for (Operation operation : operations) {
            outsideTransaction |= !isTransactional(step, operation, dialect);
        }
        return new PreparedStep(step, op -> operations.forEach(op::apply), operations, outsideTransaction);
    }

    private static boolean isTransactional(Step step, Operation operation, Dialect dialect) {
        try {
            return dialect.render(operation, UnknownSchema.UNKNOWN).stream().allMatch(SqlStatement::transactional);
        } catch (NotRecordableException knownOnlyLater) {
            return true;
        } catch (UnsupportedFeatureException e) {
            throw new UnsupportedChangeException(
                    step.revision().id(),
                    step.revision().describe(),
                    operation.directive(),
                    String.valueOf(e.getMessage()));
        }
    }

    Step step() {
        return step;
    }

    /** Returns what the step does; nothing if that is known only when it runs. */
    List<Operation> operations() {
        return operations;
    }

    /** Returns whether the statements must run outside a transaction. */
    boolean outsideTransaction() {
        return outsideTransaction;
    }

    void performOn(Sink sink) throws Exception {
        Operations.perform(step.revision(), directives, sink);
    }
}
