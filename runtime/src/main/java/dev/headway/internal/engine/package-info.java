/**
 * How migrations are applied. {@link dev.headway.internal.engine.Engine} is the entry point; it uses the packages {@code
 * connection}, {@code lock}, {@code journal} and {@code step}, each of which knows only those before it.
 */
@NullMarked
package dev.headway.internal.engine;

import org.jspecify.annotations.NullMarked;
