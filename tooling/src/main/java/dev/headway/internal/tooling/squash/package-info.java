/** Finds what one revision has to do to replace a range of revisions. */
@NullMarked
package dev.headway.internal.tooling.squash;

import org.jspecify.annotations.NullMarked;
