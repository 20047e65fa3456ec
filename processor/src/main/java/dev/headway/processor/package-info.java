/**
 * Checks revisions at compile time and generates their registry. Start reading with
 * {@link dev.headway.processor.RevisionProcessor}.
 */
@NullMarked
package dev.headway.processor;

import org.jspecify.annotations.NullMarked;
