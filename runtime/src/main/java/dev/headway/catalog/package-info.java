/** Reads what a database has, from its catalog, by a fixed number of queries however many tables there are. */
@NullMarked
package dev.headway.catalog;

import org.jspecify.annotations.NullMarked;
