/** All that concerns PostgreSQL. */
@NullMarked
package dev.headway.internal.database.postgresql;

import org.jspecify.annotations.NullMarked;
