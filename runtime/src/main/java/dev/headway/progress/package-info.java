/**
 * Listeners to runs, and the results that the migrator returns: entries of the history and the log, and summaries of fleets.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.progress;

import org.jspecify.annotations.NullMarked;
