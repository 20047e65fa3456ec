/** How migrations are applied: connections, the lock, the journal, steps and scripts. */
@NullMarked
package dev.headway.internal.engine;

import org.jspecify.annotations.NullMarked;
