/** All that concerns SQLite. */
@NullMarked
package dev.headway.internal.database.sqlite;

import org.jspecify.annotations.NullMarked;
