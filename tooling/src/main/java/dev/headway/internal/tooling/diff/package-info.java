/** Compares two schemas, and returns the operations that lead from one to the other. */
@NullMarked
package dev.headway.internal.tooling.diff;

import org.jspecify.annotations.NullMarked;
