/** What separates two schemas, as operations that lead from one to the other. */
@NullMarked
package dev.headway.diff;

import org.jspecify.annotations.NullMarked;
