/** All that concerns MariaDB. */
@NullMarked
package dev.headway.internal.database.mariadb;

import org.jspecify.annotations.NullMarked;
