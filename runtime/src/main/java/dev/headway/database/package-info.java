/**
 * The service provider interface for databases. {@link dev.headway.database.DatabaseType} is its entry point: it describes
 * one database product, and Headway finds it in code (built-in databases) or through {@link java.util.ServiceLoader}.
 * {@link dev.headway.database.StandardDialect} renders standard SQL, so that a database only has to state where it differs.
 */
@NullMarked
package dev.headway.database;

import org.jspecify.annotations.NullMarked;
