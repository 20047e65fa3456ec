/**
 * Checks revisions at compile time, and generates their registry: {@link dev.headway.processor.RevisionProcessor} shows the
 * way from one to the other.
 */
@NullMarked
package dev.headway.processor;

import org.jspecify.annotations.NullMarked;
