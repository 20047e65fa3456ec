/** Operations as the source of a migration: as a person would have written it. */
@NullMarked
package dev.headway.internal.tooling.source;

import org.jspecify.annotations.NullMarked;
