/** A history that uses what HSQLDB has. */
@NullMarked
package dev.headway.examples.hsqldb.migrations;

import org.jspecify.annotations.NullMarked;
