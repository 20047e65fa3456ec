/**
 * SQL as text: how databases read it, and how scripts are split into statements. Connects to no database.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.sql;

import org.jspecify.annotations.NullMarked;
