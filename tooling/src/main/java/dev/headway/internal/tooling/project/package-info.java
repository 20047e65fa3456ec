/** A project's migrations, as sources. */
@NullMarked
package dev.headway.internal.tooling.project;

import org.jspecify.annotations.NullMarked;
