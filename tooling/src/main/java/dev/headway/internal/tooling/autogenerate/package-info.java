/** From what a database is to be like to the migration that makes it so. */
@NullMarked
package dev.headway.internal.tooling.autogenerate;

import org.jspecify.annotations.NullMarked;
