/** The history as a picture: text, SVG, Mermaid, DOT. */
@NullMarked
package dev.headway.drawing;

import org.jspecify.annotations.NullMarked;
