/**
 * How databases spell operations. A dialect is the SQL standard plus what is different about one database; it renders,
 * and touches no connection.
 */
@NullMarked
package dev.headway.dialect;

import org.jspecify.annotations.NullMarked;
