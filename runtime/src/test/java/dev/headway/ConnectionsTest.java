package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.error.ConfigurationException;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockTimeoutException;
import dev.headway.error.MigrationFailedException;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSettings;
import dev.headway.internal.engine.connection.JdbcUrlConnections;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.ConnectionMonitor;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {
    private static final String RIGHT = "r1ght-pa55";
    private static final String WRONG = "wr0ng-pa55";
    private static final TestRevision BROKEN = revision("a", op -> op.dropTable("missing"));
    private static final TestRevision[] CHAIN = {table("a"), table("b").after("a")};

    @DatabaseTest
    void connectsWithSettings(TestDatabase database) {
        Migrator migrator = configured(database.url(), database.user(), database.password(), null);

        assertThat(ids(migrator.upgradeToHead())).containsExactly("a", "b");
        assertThat(ids(migrator.downgrade("a"))).containsExactly("b");
        assertThat(database.tables()).containsExactly("a");
    }

    @DatabaseTest
    void passesHandleOfApplicationsJdbiToMigrations(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource()).define("table", "a");
        Migrator migrator = Migrations.on(jdbi)
                .registries(registry(
                        table("a"),
                        revision("b", op -> op.handle().execute("INSERT INTO <table> VALUES (7)"))
                                .after("a")));

        assertThat(ids(migrator.upgradeToHead())).containsExactly("a", "b");
        assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
        assertThat(database.column("SELECT id FROM a")).containsExactly("7");
    }

    /** JDBI has a handle that was made in a transaction begin and end none. */
    @DatabaseTest
    void handleOutsideTransactionCanBeginItsOwn(TestDatabase database) {
        database.with(
                        table("a"),
                        revision("b", op -> op.handle().execute("INSERT INTO a VALUES (1)"))
                                .after("a"),
                        revision("c", op -> {
                                    Handle handle = op.handle();
                                    handle.begin();
                                    handle.execute("INSERT INTO a VALUES (2)");
                                    handle.rollback();
                                })
                                .after("b")
                                .outsideTransaction())
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM a")).containsExactly("1");
    }

    @DatabaseTest
    void acceptsPoolWithoutAutocommit(TestDatabase database) throws Exception {
        try (HikariDataSource pool = pool(database, false)) {
            Migrator migrator = Migrations.on(pool).registries(registry(CHAIN));

            assertThat(migrator.plan("head").steps()).hasSize(2);
            assertThat(ids(migrator.upgradeToHead())).containsExactly("a", "b");
            assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
            assertThat(ids(migrator.downgrade("a"))).containsExactly("b");
            assertThat(migrator.current()).hasSize(1);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
        assertThat(database.tables()).containsExactly("a");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void restoresAutocommit(TestDatabase database) {
        for (boolean autocommit : new boolean[] {true, false}) {
            ConnectionMonitor watch = new ConnectionMonitor(database.dataSource(), autocommit);

            for (Migrator migrator :
                    List.of(Migrations.on(watch.dataSource()), Migrations.on(Jdbi.create(watch.dataSource())))) {
                migrator.registries(registry(CHAIN)).upgradeToHead();
                migrator.registries(registry(CHAIN)).downgrade("base");
                assertThatExceptionOfType(MigrationFailedException.class)
                        .isThrownBy(migrator.registries(registry(BROKEN))::upgradeToHead);
            }

            assertThat(watch.givenBack()).hasSize(watch.connections()).containsOnly(autocommit);
        }
    }

    @DatabaseTest
    void restoresIsolationThatMigrationChanged(TestDatabase database) throws Exception {
        int isolation;
        try (Connection connection = database.dataSource().getConnection()) {
            isolation = connection.getTransactionIsolation();
        }
        assertThat(isolation).isNotEqualTo(Connection.TRANSACTION_READ_UNCOMMITTED);
        TestRevision changing =
                revision("a", op -> readUncommitted(op.handle())).outsideTransaction();
        TestRevision failing = revision("b", op -> {
                    readUncommitted(op.handle());
                    op.dropTable("missing");
                })
                .after("a")
                .outsideTransaction();
        ConnectionMonitor watch = new ConnectionMonitor(database.dataSource(), true);

        Migrations.on(watch.dataSource()).registries(registry(changing)).upgradeToHead();
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(Migrations.on(watch.dataSource()).registries(registry(changing, failing))::upgradeToHead);

        assertThat(watch.isolations()).hasSize(watch.connections()).containsOnly(isolation);
    }

    private static void readUncommitted(Handle handle) {
        try {
            handle.getConnection().setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @DatabaseTest
    void holdsLockWithAndWithoutAutocommit(TestDatabase database) {
        for (boolean autocommit : new boolean[] {true, false}) {
            TestRevision rival = revision("rival", op -> {
                op.handle();
                database.with(table("a")).lockTimeout(Duration.ZERO).upgradeToHead();
            });

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(Migrations.on(new ConnectionMonitor(database.dataSource(), autocommit).dataSource())
                            .registries(registry(rival))::upgradeToHead)
                    .withCauseInstanceOf(LockTimeoutException.class);
        }
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void rollsBackFailedStepWithoutAutocommit(TestDatabase database) {
        TestRevision broken = revision("b", op -> {
                    op.createTable("b", t -> t.bigint("id"));
                    op.dropTable("missing");
                })
                .after("a");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(Migrations.on(new ConnectionMonitor(database.dataSource(), false).dataSource())
                        .registries(registry(table("a"), broken))::upgradeToHead);

        assertThat(database.tables()).containsExactly("a");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: failed");
    }

    @DatabaseTest(Capability.LOCK_APART)
    void reportsThatPoolNeedsTwoConnections(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(Migrations.on(pool).registries(registry(CHAIN))::upgradeToHead)
                    .withMessageStartingWith(
                            "Cannot get a second connection, so nothing was run. One connection holds the lock while"
                                    + " another one runs the steps, so a pool must provide two: ");
        }
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest(Capability.USERS)
    void reportsRefusedJdbi(TestDatabase database) {
        assertThat(database.tables()).isEmpty();
        Migrator migrator =
                Migrations.on(Jdbi.create(database.url(), "nobody", WRONG)).registries(registry(CHAIN));

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageStartingWith("Cannot read headway_revision: ")
                .withMessageNotContaining(WRONG);
    }

    @DatabaseTest(Capability.ROLES)
    void reportsMissingPrivilegeToCreateTables(TestDatabase database) {
        String role = role(database);

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(configured(database.url(), role, RIGHT, null)::upgradeToHead)
                .withMessage("Cannot create headway_lease, one of Headway's own tables, so nothing was run: ERROR:"
                        + " permission denied for schema public\n"
                        + "  Position: 28 (SQL state 42501)");
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest(Capability.ROLES)
    void reportsMissingPrivilegeToReadHistory(TestDatabase database) {
        configured(database.url(), database.user(), database.password(), null).upgradeToHead();
        String role = role(database);

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(configured(database.url(), role, RIGHT, null)::upgradeToHead)
                .withMessage("Cannot read headway_revision: ERROR: permission denied for table headway_revision"
                        + " (SQL state 42501)");
    }

    @DatabaseTest(Capability.ROLES)
    void needsOnlyReadPrivilegeIfDatabaseIsUpToDate(TestDatabase database) {
        configured(database.url(), database.user(), database.password(), null).upgradeToHead();
        String role = role(database);
        database.execute("GRANT SELECT ON headway_revision TO " + role);

        Migrator migrator = configured(database.url(), role, RIGHT, null);

        assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
        assertThat(migrator.current()).hasSize(1);
    }

    @DatabaseTest(Capability.USERS)
    void reportsDatabaseAndUserForWrongPassword(TestDatabase database) {
        String user = role(database);
        Migrator migrator = configured(database.url(), user, WRONG, null);

        for (ThrowingCallable attempt :
                List.<ThrowingCallable>of(migrator::upgradeToHead, () -> migrator.stamp("head"))) {
            DatabaseAccessException refused = catchThrowableOfType(DatabaseAccessException.class, attempt);

            assertThat(refused)
                    .hasMessage("Cannot connect to %s as user '%s', so nothing was run: %s (SQL state %s)"
                            .formatted(
                                    shown(database.url()),
                                    user,
                                    refused.getCause().getMessage(),
                                    ((SQLException) refused.getCause()).getSQLState()));
            assertThat(trace(refused)).containsIgnoringCase("password").doesNotContain(WRONG);
        }
    }

    @DatabaseTest(Capability.USERS)
    void reportsUnreachableDatabaseWithoutPassword(TestDatabase database) {
        String user = role(database);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(user);
        config.setPassword(WRONG);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            DatabaseAccessException refused =
                    catchThrowableOfType(DatabaseAccessException.class, Migrations.on(pool)::current);

            assertThat(refused).hasMessageStartingWith("Cannot read headway_revision: ");
            assertThat(trace(refused)).doesNotContain(WRONG);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:mem:x;USER=sa;PASSWORD=wr0ng-pa55;IFEXISTS=TRUE         | jdbc:h2:mem:x
            jdbc:h2:mem:x;PASSWORD=wr0ng-pa55;NONSENSE=1                    | jdbc:h2:mem:x
            jdbc:h2:tcp://localhost:1/x;PASSWORD=wr0ng-pa55                 | jdbc:h2:tcp://localhost:1/x
            jdbc:postgresql://localhost:1/x?user=me&password=wr0ng-pa55     | jdbc:postgresql://localhost:1/x
            jdbc:postgresql://me:wr0ng-pa55@localhost:1/x                   | jdbc:postgresql://localhost:1/x
            """)
    void hidesPasswordInUrl(String url, String shown) {
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(configured(url, null, null, null)::upgradeToHead)
                .withMessageStartingWith("Cannot connect to " + shown + ", so nothing was run: ")
                .satisfies(refused -> assertThat(trace(refused)).doesNotContain(WRONG));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:nosuch://localhost/x?password=wr0ng-pa55       | jdbc:nosuch://localhost/x
            jdbc:nosuch://me:wr0ng-pa55@localhost/x             | jdbc:nosuch://localhost/x
            jdbc:nosuch:me/wr0ng-pa55@localhost:1:x             | jdbc:nosuch:localhost:1:x
            jdbc:nosuch:thin:me/wr0ng-pa55@//localhost:1/x      | jdbc:nosuch://localhost:1/x
            postgres://me:wr0ng-pa55@localhost/x                | postgres://localhost/x
            localhost                                           | localhost
            me@localhost                                        | localhost
            """)
    void reportsUnknownUrlWithoutPassword(String url, String shown) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(configured(url, null, null, null)::upgradeToHead)
                .withMessage("No JDBC driver on the class path accepts the headway.url '" + shown
                        + "'. Add the driver of" + " that database to the class path, or fix the URL.");
    }

    @Test
    void settingsHidePassword() {
        assertThat(new ConnectionSettings("jdbc:h2:mem:x;PASSWORD=" + WRONG, "me", WRONG, "side"))
                .hasToString("ConnectionSettings[user=me, schema=side]");
    }

    private static Migrator configured(String url, String user, String password, String schema) {
        return new Migrator(
                new JdbcUrlConnections(new ConnectionSettings(url, user, password, schema)),
                RunPolicy.DEFAULT,
                History.of(List.of(registry(CHAIN))),
                ProgressListener.NONE);
    }

    private static HikariDataSource pool(TestDatabase database, boolean autocommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setAutoCommit(autocommit);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    /** Returns the name of a new user without any privileges, whose password is {@link #RIGHT}. */
    private static String role(TestDatabase database) {
        String role = "role_" + UUID.randomUUID().toString().replace("-", "");
        database.execute("CREATE USER " + role + " PASSWORD '" + RIGHT + "'");
        return role;
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static String shown(String url) {
        return url.replaceFirst(";.*", "");
    }
}
