/**
 * What a database's schema is made of, as plain values that know no database.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.schema;

import org.jspecify.annotations.NullMarked;
