/** What the tests share: databases to run against, and revisions declared in a line. */
@NullMarked
package dev.headway.testing;

import org.jspecify.annotations.NullMarked;
