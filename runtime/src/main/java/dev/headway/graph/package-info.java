/**
 * <<<<<<< HEAD
 * The graph of revisions: pure values and pure functions, used by the compiler and at run time alike, so that both judge
 * a history in the same way.
 *
 * @since 0.1
 * =======
 * The graph of revisions. The annotation processor and the runtime share this code, so that both accept the same histories.
 * >>>>>>> main
 */
@NullMarked
package dev.headway.graph;

import org.jspecify.annotations.NullMarked;
