/**
 * The service provider interface (SPI) for databases. A database implements {@link dev.headway.database.DatabaseType}; its
 * dialect extends {@link dev.headway.database.StandardDialect}, which renders standard SQL, so that a database only specifies
 * where it differs. {@link dev.headway.database.Databases} finds the databases.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.database;

import org.jspecify.annotations.NullMarked;
