/** All that concerns MySQL. */
@NullMarked
package dev.headway.internal.database.mysql;

import org.jspecify.annotations.NullMarked;
