/** The tables in which Headway records applied revisions and attempted steps, and what follows from an interrupted step. */
@NullMarked
package dev.headway.internal.engine.journal;

import org.jspecify.annotations.NullMarked;
