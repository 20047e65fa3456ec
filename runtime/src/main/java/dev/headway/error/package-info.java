/**
 * The exceptions that Headway throws, each with one meaning. {@link dev.headway.error.HeadwayException} is the root of all
 * that a caller may want to handle.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.error;

import org.jspecify.annotations.NullMarked;
