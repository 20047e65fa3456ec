package dev.headway.internal.engine.step;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.HeadwayException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.NotRecordableException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.graph.Step;
import dev.headway.op.CustomOperation;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import dev.headway.op.Sink;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.util.List;
import java.util.function.Predicate;

/**
 * A step that was recorded before the run, so that operations that cannot work are refused before the first statement.
 *
 * <p>If all of its operations could be recorded, exactly those are run, and the migration is called once. If the migration
 * needs the live database, or throws, it is called again when the step runs.
 */
public final class PreparedStep {
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
     * @throws HeadwayException if the database does not support an operation of the step, or the step has no downgrade
     */
    public static PreparedStep of(Step step, Directives directives, Dialect dialect) {
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
            List<SqlStatement> statements = dialect.render(operation, UnknownSchema.UNKNOWN);
            if (operation instanceof CustomOperation) {
                statements.forEach(statement -> requireNoTransactionControl(step, statement, dialect));
            }
            return statements.stream().allMatch(SqlStatement::transactional);
        } catch (NotRecordableException knownOnlyLater) {
            return true;
        } catch (UnsupportedFeatureException e) {
            throw new UnsupportedChangeException(
                    step.revision().id(),
                    step.revision().describe(),
                    operation.directive(),
                    String.valueOf(e.getMessage()));
        } catch (HeadwayException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MigrationFailedException(
                    step.revision().id(),
                    0,
                    "Revision " + step.revision().describe() + " failed, because the SQL of " + operation.directive()
                            + " could not be generated: " + e
                            + "\nNothing was run, and the database is unchanged. Fix the"
                            + " operation and run again.",
                    e);
        }
    }

    private static void requireNoTransactionControl(Step step, SqlStatement statement, Dialect dialect) {
        SqlText.of(statement.sql(), dialect.syntax()).transactionControl().ifPresent(words -> {
            throw new UnsupportedChangeException(
                    step.revision().id(),
                    step.revision().describe(),
                    words,
                    "Headway begins and ends the transactions of a revision itself. Remove the statement.");
        });
    }

    Step step() {
        return step;
    }

    /** Returns the operations of the step; an empty list if they are only known when it runs. */
    List<Operation> operations() {
        return operations;
    }

    /** Returns whether the step may change settings of the session: it has SQL of its own, or is only known when it runs. */
    boolean mayChangeSession(SqlSyntax syntax) {
        return operations.isEmpty() || operations.stream().anyMatch(operation -> mayChangeSession(operation, syntax));
    }

    private static boolean mayChangeSession(Operation operation, SqlSyntax syntax) {
        return operation instanceof Autocommit autocommit
                ? mayChangeSession(autocommit.operation(), syntax)
                : operation instanceof CustomOperation || executes(operation, syntax, SqlText::mayChangeSession);
    }

    /** Returns whether one of the recorded statements that the migration wrote in SQL matches. */
    boolean hasStatement(SqlSyntax syntax, Predicate<SqlText> condition) {
        return operations.stream().anyMatch(operation -> executes(operation, syntax, condition));
    }

    private static boolean executes(Operation operation, SqlSyntax syntax, Predicate<SqlText> condition) {
        return operation instanceof Autocommit autocommit
                ? executes(autocommit.operation(), syntax, condition)
                : operation instanceof Execute execute && condition.test(SqlText.of(execute.sql(), syntax));
    }

    /** Returns whether the statements must run outside a transaction. */
    boolean outsideTransaction() {
        return outsideTransaction;
    }

    void performOn(Sink sink) throws Exception {
        Operations.perform(step.revision(), directives, sink);
    }
}
