/** Writing migrations as SQL scripts instead of running them. */
@NullMarked
package dev.headway.internal.engine.script;

import org.jspecify.annotations.NullMarked;
