/**
 * The graph of revisions: pure values and pure functions, used by the compiler and at run time alike, so that both judge
 * a history in the same way.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.graph;

import org.jspecify.annotations.NullMarked;
