/** Preparing, running and recording the steps of a run. */
@NullMarked
package dev.headway.internal.engine.step;

import org.jspecify.annotations.NullMarked;
