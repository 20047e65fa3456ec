/** The history as a drawing: text, SVG, Mermaid, DOT. */
@NullMarked
package dev.headway.internal.tooling.drawing;

import org.jspecify.annotations.NullMarked;
