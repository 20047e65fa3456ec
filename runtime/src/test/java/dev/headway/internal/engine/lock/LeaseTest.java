package dev.headway.internal.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.Databases;
import dev.headway.error.ConfigurationException;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The lease of two processes, each with a session of its own. */
@Timeout(60)
class LeaseTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SILENCE = Duration.ofMillis(300);

    private TestDatabase database;
    private Session first;
    private Session second;

    private void connect(TestDatabase connected) throws SQLException {
        database = connected;
        first = Session.openFirst(sessions());
        second = Session.openFirst(sessions());
    }

    private SessionFactory sessions() {
        return () -> new Session(database.jdbi().open());
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        second.close();
    }

    private Lease lease(Session session, Duration beat, Duration silence) throws SQLException {
        return new Lease(sessions(), session, Databases.detect(session.connection()), beat, silence);
    }

    @DatabaseTest(Capability.CLUSTERS)
    void excludesOtherProcessesUntilItIsReleased(TestDatabase connected) throws SQLException {
        connect(connected);
        Lease holder = lease(first, NEVER, NEVER);
        Lease waiting = lease(second, NEVER, NEVER);

        assertThat(holder.tryAcquire()).isTrue();
        assertThat(waiting.tryAcquire()).isFalse();
        assertThat(waiting.holders())
                .singleElement()
                .asString()
                .startsWith(System.getProperty("user.name") + " on ")
                .contains(" (process " + ProcessHandle.current().pid() + "), since 2");

        holder.close();
        assertThat(waiting.holders()).isEmpty();
        assertThat(waiting.tryAcquire()).isTrue();
        waiting.close();
    }

    @DatabaseTest(Capability.CLUSTERS)
    void isTakenOverFromSilentHolderWhichThenRecordsNothing(TestDatabase connected) throws Exception {
        connect(connected);
        Lease silent = lease(first, NEVER, SILENCE);
        Lease next = lease(second, NEVER, SILENCE);
        assertThat(silent.tryAcquire()).isTrue();
        silent.requireHeld();
        assertThat(next.tryAcquire()).isFalse();
        Thread.sleep(SILENCE.toMillis());

        assertThat(next.tryAcquire()).isTrue();

        assertThatExceptionOfType(LockLostException.class)
                .isThrownBy(() -> silent.requireHeld())
                .withMessageStartingWith(
                        "Another process took over the migration of this database, because this process lost its lock");
        silent.close();
        next.requireHeld();
        assertThat(next.holders()).hasSize(1);
        next.close();
    }

    @DatabaseTest(Capability.CLUSTERS)
    void isKeptByHolderThatRenewsIt(TestDatabase connected) throws Exception {
        connect(connected);
        Lease alive = lease(first, Duration.ofMillis(10), SILENCE);
        Lease waiting = lease(second, NEVER, SILENCE);
        assertThat(alive.tryAcquire()).isTrue();
        assertThat(waiting.tryAcquire()).isFalse();
        String before = beats();
        Thread.sleep(SILENCE.toMillis());
        while (beats().equals(before)) {
            Thread.sleep(10);
        }

        assertThat(waiting.tryAcquire()).isFalse();
        alive.close();
    }

    @DatabaseTest(Capability.CLUSTERS)
    void stopsItsHolderIfItCannotBeRenewed(TestDatabase connected) throws Exception {
        connect(connected);
        List<Throwable> failures = List.of(
                new SQLException("the server is gone", "08006"),
                new ConfigurationException("Cannot use the schema"),
                new NoClassDefFoundError("driver/Part"));
        for (Throwable failure : failures) {
            AtomicBoolean failing = new AtomicBoolean();
            SessionFactory fragile = () -> {
                if (failing.get()) {
                    throw thrown(failure);
                }
                return new Session(database.jdbi().open());
            };
            Lease lease =
                    new Lease(fragile, first, Databases.detect(first.connection()), Duration.ofMillis(10), SILENCE);
            assertThat(lease.tryAcquire()).isTrue();
            lease.requireAlive();

            failing.set(true);

            while (isAlive(lease)) {
                Thread.sleep(10);
            }
            assertThatExceptionOfType(LockLostException.class)
                    .isThrownBy(lease::requireAlive)
                    .withMessageContaining(failure.getMessage())
                    .withMessageContaining("so nothing more is run here");
            failing.set(false);
            lease.close();
        }
    }

    private static boolean isAlive(Lease lease) {
        try {
            lease.requireAlive();
            return true;
        } catch (LockLostException lost) {
            return false;
        }
    }

    private static SQLException thrown(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        return (SQLException) failure;
    }

    @DatabaseTest(Capability.CLUSTERS)
    void needsTwoConnectionsOfPoolWithoutAutocommit(TestDatabase connected) throws Exception {
        connect(connected);
        HikariConfig config = new HikariConfig();
        config.setDataSource(connected.dataSource());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            SessionFactory pooled = () -> new Session(Jdbi.create(pool).open());
            try (Session working = Session.openFirst(pooled)) {
                Lease lease = new Lease(
                        pooled, working, Databases.detect(working.connection()), Duration.ofMillis(10), SILENCE);
                assertThat(lease.tryAcquire()).isTrue();
                String before = beats();
                Thread.sleep(1_000);

                lease.requireHeld();
                assertThat(beats()).isNotEqualTo(before);
                lease.close();
                assertThat(lease.holders()).isEmpty();
            }
        }
    }

    private String beats() {
        return database.column("SELECT beats FROM headway_lease WHERE name = 'pulse'")
                .get(0);
    }

    @DatabaseTest(Capability.CLUSTERS)
    void isNotTakenOverBetweenFenceAndEndOfItsTransaction(TestDatabase connected) throws Exception {
        connect(connected);
        Lease silent = lease(first, NEVER, SILENCE);
        Lease next = lease(second, NEVER, SILENCE);
        assertThat(silent.tryAcquire()).isTrue();
        assertThat(next.tryAcquire()).isFalse();
        Thread.sleep(SILENCE.toMillis());
        second.handle().execute("SET SESSION innodb_lock_wait_timeout = 1");

        first.begin();
        silent.requireHeld();
        assertThat(next.tryAcquire()).isFalse();
        first.commit();
        assertThat(next.tryAcquire()).isTrue();
        next.close();
    }
}
