/** What the built-in databases share. */
@NullMarked
package dev.headway.internal.database;

import org.jspecify.annotations.NullMarked;
