/** Programs that measure. */
@NullMarked
package dev.headway.benchmarks;

import org.jspecify.annotations.NullMarked;
