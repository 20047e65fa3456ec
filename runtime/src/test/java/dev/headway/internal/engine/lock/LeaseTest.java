package dev.headway.internal.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.Trait;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The lease as two upgraders have it, of which each has its own session. */
@Timeout(60)
class LeaseTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SILENCE = Duration.ofMillis(300);

    private TestDatabase database;
    private Session first;
    private Session second;

    private void connect(TestDatabase connected) throws SQLException {
        database = connected;
        first = connector().connect();
        second = connector().connect();
    }

    private SessionFactory connector() {
        return () -> new Session(database.jdbi().open());
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        second.close();
    }

    private Lease lease(Session session, Duration beat, Duration silence) throws SQLException {
        return new Lease(connector(), session, Databases.detect(session.connection()), beat, silence);
    }

    @DatabaseTest(Trait.CLUSTERS)
    void oneHasItUntilItIsGivenBack(TestDatabase connected) throws SQLException {
        connect(connected);
        Lease holder = lease(first, NEVER, NEVER);
        Lease waiting = lease(second, NEVER, NEVER);

        assertThat(holder.tryTake()).isTrue();
        assertThat(waiting.tryTake()).isFalse();
        assertThat(waiting.holders())
                .singleElement()
                .asString()
                .startsWith(System.getProperty("user.name") + " on ")
                .contains(" (process " + ProcessHandle.current().pid() + "), since 2");

        holder.close();
        assertThat(waiting.holders()).isEmpty();
        assertThat(waiting.tryTake()).isTrue();
        waiting.close();
    }

    @DatabaseTest(Trait.CLUSTERS)
    void whoIsNotHeardOfForLongEnoughIsSucceededAndNotesNothingMore(TestDatabase connected) throws Exception {
        connect(connected);
        Lease silent = lease(first, NEVER, SILENCE);
        Lease next = lease(second, NEVER, SILENCE);
        assertThat(silent.tryTake()).isTrue();
        silent.require(first);
        assertThat(next.tryTake()).isFalse();
        Thread.sleep(SILENCE.toMillis());

        assertThat(next.tryTake()).isTrue();

        assertThatExceptionOfType(LockLostException.class)
                .isThrownBy(() -> silent.require(first))
                .withMessageStartingWith("Another process took over: this one was not heard of for ");
        silent.close();
        next.require(second);
        assertThat(next.holders()).hasSize(1);
        next.close();
    }

    @DatabaseTest(Trait.CLUSTERS)
    void whoIsHeardKeepsIt(TestDatabase connected) throws Exception {
        connect(connected);
        Lease alive = lease(first, Duration.ofMillis(10), SILENCE);
        Lease waiting = lease(second, NEVER, SILENCE);
        assertThat(alive.tryTake()).isTrue();
        assertThat(waiting.tryTake()).isFalse();
        String before = beats();
        Thread.sleep(SILENCE.toMillis());
        while (beats().equals(before)) {
            Thread.sleep(10);
        }

        assertThat(waiting.tryTake()).isFalse();
        alive.close();
    }

    private String beats() {
        return database.column("SELECT beats FROM headway_lease WHERE name = 'pulse'")
                .get(0);
    }

    @DatabaseTest(Trait.CLUSTERS)
    void nobodyTakesOverBetweenAFenceAndTheEndOfItsTransaction(TestDatabase connected) throws Exception {
        connect(connected);
        Lease silent = lease(first, NEVER, SILENCE);
        Lease next = lease(second, NEVER, SILENCE);
        assertThat(silent.tryTake()).isTrue();
        assertThat(next.tryTake()).isFalse();
        Thread.sleep(SILENCE.toMillis());
        second.handle().execute("SET SESSION innodb_lock_wait_timeout = 1");

        first.begin();
        silent.require(first);
        assertThat(next.tryTake()).isFalse();
        first.commit();
        assertThat(next.tryTake()).isTrue();
        next.close();
    }
}
