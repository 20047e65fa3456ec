/** What runs in the processes that are measured. */
@NullMarked
package dev.headway.benchmarks.run;

import org.jspecify.annotations.NullMarked;
