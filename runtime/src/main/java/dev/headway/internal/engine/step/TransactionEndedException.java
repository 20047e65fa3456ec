package dev.headway.internal.engine.step;

/** A migration ended the transaction of its step through its handle. The message describes the state of the database. */
final class TransactionEndedException extends RuntimeException {
    TransactionEndedException(String revision) {
        super(
                "The migration ended the transaction of the revision through handle(), so it is unknown which of its changes were"
                        + " committed. The revision is not recorded as applied. The earlier steps are complete and stay. Check the"
                        + " database. If all changes of the revision are there, run headway stamp " + revision
                        + ". If not, restore the database by hand to its state before the step, then run headway retry.");
    }
}
