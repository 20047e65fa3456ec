package dev.headway.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of {@code headway_log}: an attempt to run a step, or a stamp.
 *
 * @param id the number of the row; later rows have larger numbers
 * @param revision the id of the revision
 * @param action whether the revision was applied, reverted or stamped
 * @param startedAt when the attempt began
 * @param endedAt when the attempt ended; empty while it runs, and if its process died
 * @param outcome how the attempt ended
 * @param statements the number of completed statements
 * @param error why the attempt failed, in the words of the database or the migration
 * @param user the user of the operating system
 * @param process the host, and the process on it
 */
public record LogEntry(
        long id,
        String revision,
        LogAction action,
        Instant startedAt,
        Optional<Instant> endedAt,
        Outcome outcome,
        int statements,
        Optional<String> error,
        String user,
        String process) {}
