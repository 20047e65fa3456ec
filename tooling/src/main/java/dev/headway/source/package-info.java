/** Operations as the source of a migration: as a person would have written it. */
@NullMarked
package dev.headway.source;

import org.jspecify.annotations.NullMarked;
