/** What MariaDB and MySQL have in common; each states in its own package where it differs. */
@NullMarked
package dev.headway.internal.database.mysqlfamily;

import org.jspecify.annotations.NullMarked;
