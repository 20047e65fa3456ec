package dev.headway.engine;

import dev.headway.HeadwayException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.SqlStatement;
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
    private final boolean outsideTransaction;

    private PreparedStep(Step step, Directives directives, boolean outsideTransaction) {
        this.step = step;
        this.directives = directives;
        this.outsideTransaction = outsideTransaction || !step.revision().transactional();
    }

    /**
     * Prepares a step.
     *
     * @throws HeadwayException if it cannot work on this database, or has no downgrade
     */
    static PreparedStep of(Step step, Directives directives, Dialect dialect) {
        RecordingSink recorded = new RecordingSink();
        try {
            Operations.perform(step.revision(), directives, recorded);
        } catch (HeadwayException e) {
            throw e;
        } catch (Exception onlyLive) {
            return new PreparedStep(step, directives, false);
        }
        List<Operation> operations = recorded.operations();
        boolean outsideTransaction = false;
        for (Operation operation : operations) {
            for (SqlStatement statement : dialect.render(operation)) {
                outsideTransaction |= !statement.transactional();
            }
        }
        return new PreparedStep(step, op -> operations.forEach(op::apply), outsideTransaction);
    }

    Step step() {
        return step;
    }

    /** Returns whether the statements must run outside a transaction. */
    boolean outsideTransaction() {
        return outsideTransaction;
    }

    void performOn(Sink sink) throws Exception {
        Operations.perform(step.revision(), directives, sink);
    }
}
