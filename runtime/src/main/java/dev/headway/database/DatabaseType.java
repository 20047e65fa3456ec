package dev.headway.database;

import dev.headway.op.Database;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SecretLiterals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A database product, such as PostgreSQL: how Headway recognizes it, renders SQL for it, reads its schema, locks it, and
 * interprets its errors. An implementation is stateless and safe for use by several threads; Headway may create several.
 *
 * <p>To add a database in a jar of its own, implement this interface in a public class with a public constructor without
 * parameters, and write the name of the class to {@code META-INF/services/dev.headway.database.DatabaseType}. Headway asks such
 * types before the built-in ones, so they can recognize a product that uses the driver of another one. The page "Add a
 * database" of the documentation shows a complete example.
 *
 * <p>All methods must be implemented, except those with a default.
 *
 * @since 0.1
 */
public interface DatabaseType {

    /**
     * Returns the name of the database, by which migrations refer to it in {@code op.on(…)}. No other database may have the
     * same name. The {@link Dialect} must return the same value.
     */
    Database database();

    /** Returns the beginnings of the database's JDBC URLs, such as {@code jdbc:postgresql:}. */
    List<String> urlPrefixes();

    /**
     * Returns whether a connection leads to this database. Headway asks this for connections to any database, so the method
     * should compare the product name before it runs a query.
     *
     * @throws SQLException if the driver fails to describe the database
     */
    boolean matches(Connection connection) throws SQLException;

    /**
     * Returns a URL without its parameters and credentials, for messages. Default: the protocols, hosts, ports and the
     * name or path of the database. If the URL has any other form, only its protocols.
     */
    default String displayUrl(String url) {
        return JdbcUrl.display(url);
    }

    /**
     * Returns the secrets that a statement contains, such as the password of {@code CREATE USER}, as the statement writes them.
     * Messages show {@code ***} instead. Default: the strings after words such as {@code PASSWORD}, {@code IDENTIFIED BY} and
     * {@code KEY}, and the values of {@code password=…} in other strings.
     */
    default List<String> secrets(String sql) {
        return SecretLiterals.of(sql);
    }

    /** Returns driver properties for connections that Headway opens itself. Default: none. */
    default Map<String, String> connectionProperties() {
        return Map.of();
    }

    /**
     * Configures the handle that a migration gets from {@code op.handle()}, for values that the driver binds wrongly. Default:
     * nothing.
     */
    default void configure(Handle handle) {}

    /** Returns the dialect of a version of the database. For scripts, the version is {@link Version#LATEST}. */
    Dialect dialect(Version version);

    /**
     * Returns a reader of the current schema. Its names must read as migrations write them: if the database stores
     * {@code account} as {@code ACCOUNT}, the reader returns {@code account}.
     *
     * @param handle opens the connection; the reader must not call it before the first query
     * @param version the version of the database
     */
    LiveSchema read(Supplier<Handle> handle, Version version);

    /** Returns the lock that ensures that one process at a time runs migrations. */
    DatabaseLock lock();

    /** Returns the meaning of the database's error codes. */
    ErrorCodes errorCodes();

    /** Returns the rules for sessions. Default: {@link SessionRules#STANDARD}. */
    default SessionRules sessions() {
        return SessionRules.STANDARD;
    }

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

    /** Returns which statements may be executed again after a crash. Default: {@link RepeatRules#STANDARD}. */
    default RepeatRules repeats() {
        return RepeatRules.STANDARD;
    }
}
