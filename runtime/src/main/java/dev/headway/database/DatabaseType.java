package dev.headway.database;

import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A database product, such as PostgreSQL: how to recognize it, how to render SQL for it, and how it locks, reports errors and
 * keeps session state. Implementations are stateless and safe for use by several threads.
 *
 * <p>A database in a jar of its own implements this interface, and names the class in {@code
 * META-INF/services/dev.headway.database.DatabaseType}. Such types are asked before the built-in ones, so a product that uses
 * the driver of another one can be recognized first.
 */
public interface DatabaseType {

    /** Returns the name by which migrations refer to the database, as in {@code op.on(…)}. */
    Database database();

    /** Returns what the JDBC URLs of this database begin with, such as {@code jdbc:postgresql:}. */
    List<String> urlPrefixes();

    /**
     * Returns whether a connection leads to this database.
     *
     * @throws SQLException if the driver fails to describe the database
     */
    boolean matches(Connection connection) throws SQLException;

    /**
     * Returns a URL without its parameters and credentials, for messages. Unless it is overridden, this removes what follows
     * the first {@code ?} or {@code ;}, and what precedes an {@code @}.
     */
    default String displayUrl(String url) {
        return JdbcUrl.display(url);
    }

    /** Returns driver properties for connections that Headway opens itself. Default: none. */
    default Map<String, String> connectionProperties() {
        return Map.of();
    }

    /** Returns how a version of the database spells operations. */
    Dialect dialect(Version version);

    /**
     * Returns what a version of the database has at the other end of {@code handle}, which is asked for no handle before the
     * first question.
     */
    LiveSchema read(Supplier<Handle> handle, Version version);

    /** Returns how one upgrader at a time is ensured. */
    DatabaseLock lock();

    /** Returns what error codes of the database mean. */
    ErrorCodes errorCodes();

    /** Returns how sessions are prepared, moved to a schema and restored. */
    SessionRules sessions();

    /**
     * Returns where tools create a schema to read it back. Default: a schema that is created, and dropped afterwards, with
     * standard SQL.
     */
    default ScratchDatabase scratch() {
        return new StandardScratchSchema(sessions());
    }

    /** Returns what must be known to compare two schemas. Default: {@link ComparisonRules#STANDARD}. */
    default ComparisonRules comparison() {
        return ComparisonRules.STANDARD;
    }

    /** Returns how migrations declare what was read from the database. Default: {@link SourceRules#STANDARD}. */
    default SourceRules source() {
        return SourceRules.STANDARD;
    }

    /** Returns how rows are read and inserted exactly. Default: {@link RowRules#STANDARD}. */
    default RowRules rows() {
        return RowRules.STANDARD;
    }
}
