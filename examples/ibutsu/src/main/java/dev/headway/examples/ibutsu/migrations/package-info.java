/** The history of Ibutsu's database. */
@NullMarked
package dev.headway.examples.ibutsu.migrations;

import org.jspecify.annotations.NullMarked;
