package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.error.MigrationFailedException;
import dev.headway.op.Operations;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** {@code lockTimeout} and {@code statementTimeout}. */
class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    /** What asks each database for its limits. */
    private static final Map<String, String> LIMITS = Map.of(
            "H2",
                    "SELECT concat_ws(' ', lock_timeout(), setting_value) FROM information_schema.settings"
                            + " WHERE setting_name = 'QUERY_TIMEOUT'",
            "PostgreSQL",
                    "SELECT concat_ws(' ', current_setting('lock_timeout'), current_setting('statement_timeout'))",
            "MariaDB", "SELECT concat_ws(' ', @@lock_wait_timeout, @@innodb_lock_wait_timeout, @@max_statement_time)",
            "MySQL", "SELECT concat_ws(' ', @@lock_wait_timeout, @@innodb_lock_wait_timeout, @@max_execution_time)");

    /** A statement that takes at least ten seconds. */
    private static final Map<String, String> LONG = Map.of(
            "H2", "SELECT sum(x * 2) FROM system_range(1, 100000000000)",
            "PostgreSQL", "SELECT pg_sleep(10)",
            "MariaDB", "SELECT sleep(10)");

    /** How each database says that a statement took too long. */
    private static final Map<String, String> TOO_LONG = Map.of(
            "H2", "Statement was canceled or the session timed out",
            "PostgreSQL", "canceling statement due to statement timeout",
            "MariaDB", "max_statement_time exceeded");

    /** How each database says that a statement waited too long. */
    private static final Map<String, String> LOCKED = Map.of(
            "H2", "Timeout trying to lock table",
            "PostgreSQL", "canceling statement due to lock timeout",
            "MariaDB", "Lock wait timeout exceeded",
            "MySQL", "Lock wait timeout exceeded");

    @DatabaseTest(Capability.STATEMENT_TIMEOUTS)
    void aStatementThatTakesTooLongFailsInTheDatabasesWords(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(revision("a", op -> {
            op.statementTimeout(SHORT);
            op.execute(LONG.get(database.kind()));
        })));

        assertThat(failure)
                .hasMessageContaining(LONG.get(database.kind()))
                .hasMessageContaining(TOO_LONG.get(database.kind()));
    }

    @DatabaseTest(Capability.STATEMENT_TIMEOUTS)
    void aStatementThatWaitsTooLongForALockFailsInTheDatabasesWords(TestDatabase database) {
        database.with(table("a")).upgradeToHead();

        MigrationFailedException failure = whileLocked(database, revision("b", op -> {
            op.lockTimeout(SHORT);
            op.execute("DELETE FROM a");
        }));

        assertThat(failure)
                .hasMessageContaining(LOCKED.get(database.kind()))
                .hasMessageContaining("\nLocks are held by session ")
                .hasMessageContaining(database.kind().equals("PostgreSQL") ? ": UPDATE a SET id = 2\n" : "");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest(Capability.STATEMENT_TIMEOUTS)
    void aBackfillHeedsTheLimit(TestDatabase database) {
        database.with(table("a")).upgradeToHead();

        MigrationFailedException failure = whileLocked(database, revision("b", op -> {
            op.lockTimeout(SHORT);
            op.backfill("DELETE FROM a WHERE id BETWEEN :from AND :to").byKey("a", "id");
        }));

        assertThat(failure).hasMessageContaining(LOCKED.get(database.kind()));
    }

    /** Applies {@code revision} behind {@code a}, of which another transaction has locked the only row. */
    private static MigrationFailedException whileLocked(TestDatabase database, TestRevision revision) {
        database.execute("INSERT INTO a VALUES (1)");
        return database.jdbi().inTransaction(handle -> {
            handle.execute("UPDATE a SET id = 2");
            return failure(database.with(table("a"), revision.after("a")));
        });
    }

    @DatabaseTest(Capability.STATEMENT_TIMEOUTS)
    void theLimitsEndWithTheStep(TestDatabase database) {
        List<String> limits = new ArrayList<>();

        database.with(
                        revision("a", op -> limits.add(limits(op.handle().getConnection()))),
                        revision("b", op -> {
                                    limitBoth(op);
                                    limits.add(limits(op.handle().getConnection()));
                                })
                                .after("a"),
                        revision("c", op -> limits.add(limits(op.handle().getConnection())))
                                .after("b"))
                .upgradeToHead();

        assertThat(limits).hasSize(3);
        assertThat(limits.get(1)).contains("77").contains("88");
        assertThat(limits.get(2)).isEqualTo(limits.get(0));
    }

    @DatabaseTest(Capability.STATEMENT_TIMEOUTS)
    void theLimitsEndWithAStepThatFails(TestDatabase database) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            TestRevision revision = revision("a", op -> {
                limitBoth(op);
                op.execute("refused");
            });

            failure(Migrations.on(pool).registries(TestRevision.registry(revision)));

            try (Connection one = pool.getConnection();
                    Connection other = pool.getConnection();
                    Handle fresh = database.jdbi().open()) {
                assertThat(limits(one)).isEqualTo(limits(other)).isEqualTo(limits(fresh.getConnection()));
            }
        }
    }

    @DatabaseTest(Capability.STATEMENT_TIMEOUTS)
    void theLimitsAreSetAgainWhenAStepIsGoneOnWith(TestDatabase database) {
        database.with(table("a")).upgradeToHead();
        TestRevision revision = revision("b", op -> {
                    op.execute("INSERT INTO a VALUES (2)");
                    op.statementTimeout(SHORT);
                    op.execute("INSERT INTO a VALUES (3)");
                    op.execute(LONG.get(database.kind()));
                })
                .after("a")
                .outsideTransaction();
        MigrationFailedException first = failure(database.with(table("a"), revision));

        MigrationFailedException second = failure(database.with(table("a"), revision));

        assertThat(first.completedStatements()).isEqualTo(2);
        assertThat(second.completedStatements()).isEqualTo(2);
        assertThat(second).hasMessageContaining(TOO_LONG.get(database.kind()));
        assertThat(database.column("SELECT id FROM a ORDER BY id")).containsExactly("2", "3");
    }

    private static void limitBoth(Operations op) {
        op.lockTimeout(Duration.ofSeconds(77));
        op.statementTimeout(Duration.ofSeconds(88));
    }

    private static String limits(Connection connection) throws SQLException {
        String question = LIMITS.get(connection.getMetaData().getDatabaseProductName());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static MigrationFailedException failure(Migrator migrator) {
        return catchThrowableOfType(MigrationFailedException.class, migrator::upgradeToHead);
    }
}
