package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.database.SessionRules;
import dev.headway.error.ConfigurationException;
import dev.headway.progress.FleetSummary;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The schema that the settings say, whatever its name is. */
class WorkingSchemaTest {
    private static final TestRevision[] HISTORY = {table("a"), table("b").after("a")};
    private static final List<String> NAMES = List.of(
            "side way",
            "Größe",
            "100%_sure",
            "it's",
            "we\"ird",
            "a`tick",
            "x\"; DROP TABLE precious; --",
            "x`; DROP TABLE precious; --",
            "x'); DROP TABLE precious; --");

    @DatabaseTest(Capability.SCHEMAS)
    void changesOnlyConfiguredSchema(TestDatabase database) {
        database.execute("CREATE TABLE precious (id int)");
        for (String name : NAMES) {
            database.execute("CREATE SCHEMA " + database.quoted(name));
            Migrator migrator = configured(database, name).registries(registry(HISTORY));

            assertThat(ids(migrator.upgradeToHead())).as(name).containsExactly("a", "b");
            assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
            assertThat(migrator.check().isUpToDate()).isTrue();
            assertThat(database.column("SELECT revision FROM " + database.quoted(name) + ".headway_revision"))
                    .hasSize(2);
            migrator.downgrade("base");
            assertThat(migrator.log()).hasSize(4);
        }
        assertThat(database.allTables()).containsExactly("precious");
    }

    @DatabaseTest(Capability.SCHEMAS)
    void fleetChangesOnlyItsSchemas(TestDatabase database) {
        database.execute("CREATE TABLE precious (id int)");
        NAMES.forEach(name -> database.execute("CREATE SCHEMA " + database.quoted(name)));
        assertThat(Migrations.fleet(database.dataSource(), NAMES)
                        .registries(registry(HISTORY))
                        .upgradeToHead()
                        .failed())
                .isEmpty();
        assertThat(database.allTables()).containsExactly("precious");
    }

    @DatabaseTest(Capability.SCHEMAS)
    void reportsMissingSchema(TestDatabase database) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(configured(database, "no\"such").registries(registry(HISTORY))::upgradeToHead)
                .withMessageStartingWith("The schema 'no\"such' does not exist, or this user may not use it")
                .withMessageEndingWith(
                        ". Nothing was run. Create the schema, grant its use, or fix headway.schema, which must be"
                                + " the name as the database stores it.");
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void refusesSearchPathWithoutExistingSchema(TestDatabase database) {
        database.execute("CREATE SCHEMA side");
        configured(database, "side").registries(registry(HISTORY)).upgradeToHead();
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=nowhere";
        Migrator migrator = Configuration.ofThisProcess()
                .with(Map.of("url", url, "user", database.user(), "password", database.password()))
                .migrator()
                .registries(registry(HISTORY));

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                migrator::upgradeToHead,
                migrator::check,
                migrator::current,
                () -> migrator.plan("head"),
                migrator::history,
                migrator::log,
                () -> migrator.stamp("a"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(command)
                    .withMessageStartingWith("The connection works in no schema");
        }
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest(Capability.SCHEMAS)
    void refusesToRunIfDriverIgnoresChangeOfSchema(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA side");
        DataSource ignoring = intercepting(database, (connection, method, arguments) -> {
            if (!method.getName().equals("setCatalog") && !method.getName().equals("setSchema")) {
                return method.invoke(connection, arguments);
            }
            return null;
        });

        FleetSummary summary = Migrations.fleet(ignoring, List.of(stored(database, "side")))
                .registries(registry(HISTORY))
                .upgradeToHead();

        assertThat(database.allTables()).isEmpty();
        if (database.kind().equals("PostgreSQL")) { // its schema is not changed through the driver
            assertThat(summary.failed()).isEmpty();
        } else {
            assertThat(summary.failed().values())
                    .singleElement()
                    .isInstanceOf(ConfigurationException.class)
                    .asString()
                    .contains("does not work in the schema '" + stored(database, "side") + "': it works in '")
                    .contains("Nothing was run. Check whether the URL has an option");
        }
    }

    @DatabaseTest(Capability.SCHEMAS)
    void refusesToRunIfSchemaIsChangedBeforeTheFirstStatement(TestDatabase database) throws Exception {
        database.execute("CREATE SCHEMA side");
        String initial;
        try (Connection connection = database.dataSource().getConnection()) {
            initial = sessions(connection).currentSchema(connection);
        }
        AtomicInteger sessions = new AtomicInteger();
        DataSource changing = intercepting(database, (connection, method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            if (method.getName().equals("setAutoCommit") && sessions.incrementAndGet() == 1) {
                sessions(connection).restoreSchema(connection, initial); // as a pooler that provides another connection
            }
            return result;
        });

        FleetSummary summary = Migrations.fleet(changing, List.of(stored(database, "side")))
                .registries(registry(HISTORY))
                .upgradeToHead();

        assertThat(sessions).hasPositiveValue();
        assertThat(database.allTables()).isEmpty();
        assertThat(summary.failed().values())
                .singleElement()
                .isInstanceOf(ConfigurationException.class)
                .asString()
                .contains("The connection does not work in the schema '" + stored(database, "side") + "': it works in");
    }

    private static SessionRules sessions(Connection connection) throws SQLException {
        return Databases.detect(connection).type().sessions();
    }

    private static String stored(TestDatabase database, String name) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        }
    }

    /** Calls a method of a connection, or does something else. */
    private interface Interceptor {
        @Nullable
        Object call(Connection connection, Method method, Object[] arguments) throws Exception;
    }

    private static DataSource intercepting(TestDatabase database, Interceptor interceptor) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(database.dataSource(), arguments);
            return result instanceof Connection connection
                    ? proxy(Connection.class, (called, given) -> interceptor.call(connection, called, given))
                    : result;
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                WorkingSchemaTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** A call of a proxy. */
    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Exception;
    }

    @DatabaseTest
    void refusesSchemaOnSqlite(TestDatabase database) {
        if (database.kind().equals("SQLite")) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(configured(database, "side").registries(registry(HISTORY))::upgradeToHead)
                    .withMessage("SQLite has no schemas, so the schema 'side' cannot be worked in, and nothing was run."
                            + " Leave headway.schema out.");
        }
    }

    private static Migrator configured(TestDatabase database, String schema) {
        return Configuration.ofThisProcess()
                .with(Map.of(
                        "url", database.url(),
                        "user", database.user(),
                        "password", database.password(),
                        "schema", schema))
                .migrator();
    }
}
