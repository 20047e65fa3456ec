/** All that concerns H2. */
@NullMarked
package dev.headway.internal.database.h2;

import org.jspecify.annotations.NullMarked;
