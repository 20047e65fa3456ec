/** Ibutsu Server's database: its history, and its entities. */
@NullMarked
package dev.headway.examples.ibutsu;

import org.jspecify.annotations.NullMarked;
