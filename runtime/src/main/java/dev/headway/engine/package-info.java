/**
 * Runs plans on databases: the lock, the history, the log, the steps. Not for use outside Headway; it may change with any
 * release.
 */
@NullMarked
package dev.headway.engine;

import org.jspecify.annotations.NullMarked;
