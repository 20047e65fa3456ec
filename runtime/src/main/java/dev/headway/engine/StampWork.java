package dev.headway.engine;

import dev.headway.dialect.Dialect;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Says which revisions are applied, without running anything. All or nothing. */
final class StampWork implements Locked.Work<Set<String>> {
    private final Function<Map<String, Instant>, Set<String>> stamped;

    /** Makes the database have what {@code stamped} gives for what it has. */
    StampWork(Function<Map<String, Instant>, Set<String>> stamped) {
        this.stamped = stamped;
    }

    @Override
    public Set<String> on(Handle handle, Dialect dialect, Map<String, Instant> applied) {
        Set<String> after = stamped.apply(applied);
        Set<String> gone = new LinkedHashSet<>(applied.keySet());
        gone.removeAll(after);
        Set<String> come = new LinkedHashSet<>(after);
        come.removeAll(applied.keySet());
        StepLog log = new StepLog(handle, Executor.ofThisProcess());
        handle.useTransaction(transaction -> {
            for (String revision : gone) {
                HistoryTable.remove(transaction, revision);
                log.stamped(revision, false);
            }
            for (String revision : come) {
                HistoryTable.add(transaction, revision);
                log.stamped(revision, true);
            }
        });
        return after;
    }
}
