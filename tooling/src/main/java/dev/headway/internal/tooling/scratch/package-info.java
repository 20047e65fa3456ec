/** The database of a command: one connection, the schema that it reads there, and scratch schemas beside it. */
@NullMarked
package dev.headway.internal.tooling.scratch;

import org.jspecify.annotations.NullMarked;
