package dev.headway;

import dev.headway.error.ConfigurationException;
import dev.headway.error.HeadwayException;
import dev.headway.error.InvalidHistoryException;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.internal.engine.connection.DataSourceConnections;
import dev.headway.internal.engine.connection.JdbiConnections;
import dev.headway.internal.engine.connection.SchemaConnections;
import dev.headway.op.Database;
import dev.headway.progress.LoggingListener;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The entry point for applications: {@code Migrations.upgradeToHead()} brings the configured database up to date.
 *
 * <p>The configuration is read from {@code headway.properties} on the class path, {@code headway.properties} in the working
 * directory, environment variables ({@code HEADWAY_URL}, …) and system properties ({@code headway.url}, …), each of which
 * overrides the previous one:
 *
 * <ul>
 *   <li>{@code headway.url}, {@code headway.user}, {@code headway.password}: how to connect to the database with JDBC
 *   <li>{@code headway.schema}: the schema to migrate, if it is not the default schema of the connection
 *   <li>{@code headway.lockTimeout}: how long to wait for another process that migrates the database, such as {@code 30s},
 *       {@code 10m} (the default) or {@code 1h}
 *   <li>{@code headway.empty}: {@code fail} (the default) or {@code warn} if the code has no revision at all
 *   <li>{@code headway.unknown}: {@code ignore} (the default) or {@code fail} if the database has revisions that the code lacks
 *   <li>{@code headway.changed}: {@code warn} (the default) or {@code fail} if applied revisions have changed
 * </ul>
 *
 * <p>A value may contain {@code ${NAME}}, which is replaced by the environment variable of that name.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies all revisions that are not applied yet to the configured database.
     *
     * @return the applied revisions, in order
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
     * Returns a migrator of the database with this name, for the revisions whose {@code @Revision} specifies that database. Its
     * settings have the name as a prefix, such as {@code headway.billing.url}. {@code lockTimeout} and {@code changed} without
     * the prefix apply to all databases that do not set their own.
     *
     * @throws ConfigurationException if that database is not configured, or a setting cannot be read
     */
    public static Migrator database(String name) {
        return Configuration.ofThisProcess().database(name).migrator();
    }

    /**
     * Returns a migrator of the database that {@code dataSource} connects to. It must provide two connections at a
     * time: one holds the lock while the other one runs the steps.
     */
    public static Migrator on(DataSource dataSource) {
        return migrator(new DataSourceConnections(dataSource), RunPolicy.DEFAULT);
    }

    /**
     * Returns a migrator of the database that {@code jdbi} connects to, like {@link #on(DataSource)}. Migrations get handles
     * with the plugins and mappers of this {@code jdbi}.
     */
    public static Migrator on(Jdbi jdbi) {
        return migrator(new JdbiConnections(jdbi), RunPolicy.DEFAULT);
    }

    /**
     * Returns a migrator of many databases with one history, such as those of tenants.
     *
     * @param targets the data source of each target, by the name that reports use
     */
    public static Fleet fleet(Map<String, ? extends DataSource> targets) {
        Map<String, ConnectionSource> connections = new LinkedHashMap<>();
        targets.forEach((name, dataSource) -> connections.put(name, new DataSourceConnections(dataSource)));
        return new Fleet(connections);
    }

    /**
     * Returns a migrator of many schemas of one database with one history, such as those of tenants. Connections are
     * returned with the schema that they had before. If a pooler assigns connections per transaction, use a data source for
     * each schema instead, because there a connection does not keep its schema.
     *
     * @param schemas the names of the schemas, as the database stores them; on MariaDB and MySQL, the names of databases
     */
    public static Fleet fleet(DataSource dataSource, Collection<String> schemas) {
        Map<String, ConnectionSource> connections = new LinkedHashMap<>();
        schemas.forEach(schema -> connections.put(schema, new SchemaConnections(dataSource, schema)));
        return new Fleet(connections);
    }

    /**
     * Returns a writer of SQL scripts for the newest version of a database. It does not connect to the database.
     *
     * @throws ConfigurationException if Headway does not support the database
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

    static Migrator migrator(ConnectionSource connections, RunPolicy policy) {
        return new Migrator(connections, policy, History.onClassPath(), new LoggingListener());
    }
}
