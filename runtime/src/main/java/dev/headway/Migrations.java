package dev.headway;

import dev.headway.error.ConfigurationException;
import dev.headway.error.HeadwayException;
import dev.headway.error.InvalidHistoryException;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.internal.engine.ConnectionSource;
import dev.headway.internal.engine.DataSourceConnections;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.JdbiConnections;
import dev.headway.internal.engine.Policy;
import dev.headway.internal.engine.SchemaConnections;
import dev.headway.op.Database;
import dev.headway.progress.LoggingListener;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Where an application begins: {@code Migrations.upgradeToHead()} brings the configured database up to date.
 *
 * <p>The configuration is read from {@code headway.properties} on the class path, {@code headway.properties} in the working
 * directory, the environment ({@code HEADWAY_URL}, …) and system properties ({@code headway.url}, …), each overriding the
 * one before:
 *
 * <ul>
 *   <li>{@code headway.url}, {@code headway.user}, {@code headway.password}: how to reach the database through JDBC
 *   <li>{@code headway.schema}: the schema to work in, if not the connection's own
 *   <li>{@code headway.lockTimeout}: how long to wait for another process that migrates the database, such as {@code 30s},
 *       {@code 10m} (the default) or {@code 1h}
 *   <li>{@code headway.changed}: {@code warn} (the default) of applied revisions whose class was changed since, or {@code
 *       fail}
 * </ul>
 *
 * <p>A value may hold {@code ${NAME}}, which stands for an environment variable.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies to the configured database all revisions that are not applied yet.
     *
     * @return what was applied
     * @throws HeadwayException as {@link Migrator#upgradeToHead()}, and {@link ConfigurationException} if no database is
     *     configured
     */
    public static Plan upgradeToHead() {
        return configured().upgradeToHead();
    }

    /**
     * Returns a migrator of the configured database.
     *
     * @throws ConfigurationException if no database is configured, or a setting cannot be read
     */
    public static Migrator configured() {
        return Configuration.ofThisProcess().migrator();
    }

    /**
     * Returns a migrator of the database with this name, with the revisions whose {@code @Revision} names it. Its settings
     * are {@code headway.billing.url} and so on; those that say how to behave hold for all databases unless it has its own.
     *
     * @throws ConfigurationException if that database is not configured, or a setting cannot be read
     */
    public static Migrator database(String name) {
        return Configuration.ofThisProcess().database(name).migrator();
    }

    /**
     * Returns a migrator of the database that {@code dataSource} connects to. It must be able to give two connections at
     * once: one holds the lock while the other migrates.
     */
    public static Migrator on(DataSource dataSource) {
        return migrator(new DataSourceConnections(dataSource), Policy.DEFAULT);
    }

    /**
     * Returns a migrator of the database that {@code jdbi} connects to, as {@link #on(DataSource)}. Migrations get handles
     * with the plugins and mappers of this {@code jdbi}.
     */
    public static Migrator on(Jdbi jdbi) {
        return migrator(new JdbiConnections(jdbi), Policy.DEFAULT);
    }

    /**
     * Returns a migrator of many databases with one history, such as those of tenants.
     *
     * @param targets what connects to each, by the name under which it is spoken of
     */
    public static Fleet fleet(Map<String, ? extends DataSource> targets) {
        Map<String, ConnectionSource> connections = new LinkedHashMap<>();
        targets.forEach((name, dataSource) -> connections.put(name, new DataSourceConnections(dataSource)));
        return new Fleet(connections);
    }

    /**
     * Returns a migrator of many schemas of one database with one history, such as those of tenants. Connections are given
     * back with the schema that they had. Behind a pooler that lends connections by the transaction, give a data source for
     * each schema instead: there, a connection forgets its schema.
     *
     * @param schemas their names, as the database has them; databases on MariaDB and MySQL
     */
    public static Fleet fleet(DataSource dataSource, Collection<String> schemas) {
        Map<String, ConnectionSource> connections = new LinkedHashMap<>();
        schemas.forEach(schema -> connections.put(schema, new SchemaConnections(dataSource, schema)));
        return new Fleet(connections);
    }

    /**
     * Returns a writer of scripts for the newest version of a database, which is not connected to.
     *
     * @throws ConfigurationException if Headway does not speak to that database
     */
    public static ScriptWriter script(Database database) {
        return new ScriptWriter(database, History.onClassPath());
    }

    /**
     * Returns the revisions on the class path.
     *
     * @throws InvalidHistoryException if they do not form a sound graph
     */
    public static RevisionGraph graph() {
        return History.onClassPath().graph();
    }

    static Migrator migrator(ConnectionSource connections, Policy policy) {
        return new Migrator(connections, policy, History.onClassPath(), new LoggingListener());
    }
}
