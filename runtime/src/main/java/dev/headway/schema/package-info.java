/** The objects of a database schema, as plain values that are independent of the database. */
@NullMarked
package dev.headway.schema;

import org.jspecify.annotations.NullMarked;
