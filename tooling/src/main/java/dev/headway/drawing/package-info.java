/** The history as a drawing: text, SVG, Mermaid, DOT. */
@NullMarked
package dev.headway.drawing;

import org.jspecify.annotations.NullMarked;
