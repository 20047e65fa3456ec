/** A project's migrations, as sources. */
@NullMarked
package dev.headway.project;

import org.jspecify.annotations.NullMarked;
