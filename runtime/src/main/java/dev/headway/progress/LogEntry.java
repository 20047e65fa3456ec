package dev.headway.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of {@code headway_log}: a step that was tried, or a revision that was stamped.
 *
 * @param id its number; a later one has a larger number
 * @param revision the id of the revision
 * @param direction {@code upgrade} or {@code downgrade}; {@code stamp} or {@code unstamp} where nothing was run
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it runs, or where its process died
 * @param outcome {@code running}, {@code done} or {@code failed}; {@code doubtful} where a try failed at a statement that one
 *     before it, which died, may have run; {@code resumed} or {@code settled} where somebody looked, and had it gone on
 *     behind that statement or begun anew
 * @param statements how many statements are done
 * @param error what went wrong, as the database or the migration says it
 * @param user the user of the operating system
 * @param place the host, and the process on it
 */
public record LogEntry(
        long id,
        String revision,
        String direction,
        Instant startedAt,
        Optional<Instant> endedAt,
        String outcome,
        int statements,
        Optional<String> error,
        String user,
        String place) {}
