/** Compares databases with the entities of an application. */
@NullMarked
package dev.headway.hibernate;

import org.jspecify.annotations.NullMarked;
