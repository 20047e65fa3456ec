/** Adds HSQLDB 2.7 to Headway, with public types of Headway only. The page "Add a database" of the documentation explains it. */
@NullMarked
package dev.headway.examples.hsqldb;

import org.jspecify.annotations.NullMarked;
