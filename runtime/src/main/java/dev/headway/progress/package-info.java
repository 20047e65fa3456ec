/** What can be heard of a run while it goes on. */
@NullMarked
package dev.headway.progress;

import org.jspecify.annotations.NullMarked;
