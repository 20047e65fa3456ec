/** The lock that lets one process at a time migrate a database. */
@NullMarked
package dev.headway.internal.engine.lock;

import org.jspecify.annotations.NullMarked;
