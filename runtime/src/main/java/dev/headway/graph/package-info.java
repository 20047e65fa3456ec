/**
 * The graph of revisions. The annotation processor and the runtime share this code, so that both accept the same histories.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.graph;

import org.jspecify.annotations.NullMarked;
