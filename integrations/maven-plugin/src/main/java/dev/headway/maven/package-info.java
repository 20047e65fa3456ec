/** The goals of the Maven plugin. */
@NullMarked
package dev.headway.maven;

import org.jspecify.annotations.NullMarked;
