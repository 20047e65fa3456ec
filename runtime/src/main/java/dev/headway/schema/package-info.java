/** What a database's schema is made of, as plain values that know no database. */
@NullMarked
package dev.headway.schema;

import org.jspecify.annotations.NullMarked;
