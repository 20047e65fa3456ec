/**
 * The objects of a database schema, as plain values that are independent of the database.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.schema;

import org.jspecify.annotations.NullMarked;
