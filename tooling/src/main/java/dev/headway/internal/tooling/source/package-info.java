/** Writes operations as the Java source of a migration. */
@NullMarked
package dev.headway.internal.tooling.source;

import org.jspecify.annotations.NullMarked;
