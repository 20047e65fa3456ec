package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

class FailureTest {
    private static final TestRevision BROKEN = revision("b", op -> {
                op.createTable("b", t -> t.bigint("id"));
                op.execute("INSERT INTO b VALUES (1)");
                op.execute("INSERT INTO missing VALUES (1)");
            })
            .after("a");

    @DatabaseTest
    void keepsEarlierRevisionsAndRunsNoLaterOnes(TestDatabase database) {
        MigrationFailedException failure =
                failure(database.with(table("a"), BROKEN, table("c").after("b")));

        assertThat(failure.revision()).isEqualTo("b");
        assertThat(database.tables()).contains("a").doesNotContain("c");
        assertThat(database.applied()).containsExactly("a");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: failed");
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void rollsBackFailedRevisionIfDdlIsTransactional(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(table("a"), BROKEN));

        assertThat(failure.completedStatements()).isZero();
        assertThat(failure).hasMessage("""
                        Revision b failed on upgrade at its statement 3:
                          INSERT INTO missing VALUES (1)
                        %s
                        None of its changes is in the database. The earlier steps are complete and stay. Fix the revision and \
                        run again.""", wordsOf(database, failure));
        assertThat(database.tables()).containsExactly("a");
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void reportsCommittedStatementsIfDdlCommits(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(table("a"), BROKEN));

        assertThat(failure.completedStatements()).isEqualTo(2);
        assertThat(failure).hasMessage("""
                        Revision b failed on upgrade at its statement 3:
                          INSERT INTO missing VALUES (1)
                        %s
                        Its first 2 statements were committed and stay. The statements of this revision do not run in \
                        one transaction. The earlier steps are complete and stay. Fix the statements after them and run \
                        again: the next run resumes there.""", wordsOf(database, failure));
        assertThat(database.tables()).containsExactly("a", "b");
        assertThat(database.column("SELECT id FROM b")).containsExactly("1");
    }

    @DatabaseTest
    void leavesNothingIfFirstStatementFails(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(revision("a", op -> op.dropTable("missing"))));

        assertThat(failure.completedStatements()).isZero();
        assertThat(failure).hasMessage("""
                        Revision a failed on upgrade at its statement 1:
                          DROP TABLE missing
                        %s
                        None of its changes is in the database. The earlier steps are complete and stay. Fix the revision and \
                        run again.""", wordsOf(database, failure));
    }

    @DatabaseTest
    void reportsExceptionOfMigration(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(revision("a", op -> {
            throw new IllegalStateException("no price list");
        })));

        assertThat(failure).hasMessage("""
                        Revision a failed on upgrade: java.lang.IllegalStateException: no price list
                        None of its changes is in the database. The earlier steps are complete and stay. Fix the revision and \
                        run again.""").cause().isInstanceOf(IllegalStateException.class);
    }

    @DatabaseTest({Capability.TRANSACTIONAL_DDL, Capability.POSTGRES_SYNTAX})
    void reportsRefusedCommit(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(
                table("a"),
                revision("b", op -> {
                            op.execute("CREATE TABLE b (a_id bigint REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED)");
                            op.execute("INSERT INTO b VALUES (7)");
                        })
                        .after("a")));

        assertThat(failure)
                .hasMessageStartingWith(
                        "Revision b failed on upgrade: PostgreSQL says: ERROR: insert or update on table"
                                + " \"b\" violates foreign key constraint \"b_a_id_fkey\"")
                .hasMessageEndingWith(
                        "\nNone of its changes is in the database. The earlier steps are complete and stay. Fix the"
                                + " revision and run again.");
        assertThat(database.tables()).containsExactly("a");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: failed");
    }

    @DatabaseTest
    void refusesMigrationWhoseConstructorFails(TestDatabase database) {
        RevisionRegistry registry = new RevisionRegistry() {
            @Override
            public List<RevisionInfo> revisions() {
                return List.of(RevisionInfo.of("a", "breaks"));
            }

            @Override
            public Object newMigration(int index) {
                throw new IllegalStateException("no price list");
            }
        };

        assertThat(failure(Migrations.on(database.dataSource()).registries(registry)))
                .hasMessage(
                        "Revision a cannot be instantiated: java.lang.IllegalStateException: no price list\nNothing was"
                                + " run, and the database is unchanged. Fix the constructor of the class.");
        assertThat(database.log()).isEmpty();
    }

    @DatabaseTest
    void hasExceptionOfDriverAsCause(TestDatabase database) {
        assertThat(failure(database.with(table("a"), BROKEN))).cause().isInstanceOf(SQLException.class);
    }

    @DatabaseTest
    void recordsMessageOfDatabaseInLog(TestDatabase database) {
        MigrationFailedException failure = failure(database.with(table("a"), BROKEN));

        assertThat(database.rows("SELECT * FROM headway_log WHERE revision = 'b'"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row)
                            .containsAllEntriesOf(Map.of(
                                    "direction", "upgrade",
                                    "outcome", "failed",
                                    "statements", failure.completedStatements()));
                    assertThat(row.get("ended_at")).isNotNull();
                });
        assertThat(database.column("SELECT error FROM headway_log WHERE revision = 'b'"))
                .containsExactly(wordsOf(database, failure));
    }

    @DatabaseTest
    void appliesFixedRevisionInNextRun(TestDatabase database) {
        failure(database.with(table("a"), BROKEN, table("c").after("b")));

        TestRevision mended = revision("b", op -> {
                    op.createTable("b", t -> t.bigint("id"));
                    op.execute("INSERT INTO b VALUES (1)");
                    op.execute("INSERT INTO b VALUES (2)");
                })
                .after("a");
        Migrator migrator = database.with(table("a"), mended, table("c").after("b"));

        assertThat(ids(migrator.upgradeToHead())).containsExactly("b", "c");
        assertThat(database.column("SELECT id FROM b ORDER BY id")).containsExactly("1", "2");
        assertThat(database.log())
                .containsExactly("upgrade a: done", "upgrade b: failed", "upgrade b: done", "upgrade c: done");
    }

    @DatabaseTest
    void keepsRevisionAppliedIfDowngradeFails(TestDatabase database) {
        Migrator migrator = database.with(table("a"), table("b").after("a").downgrade(op -> op.dropTable("missing")));
        migrator.upgradeToHead();

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> migrator.downgrade("base"));

        assertThat(failure)
                .hasMessageStartingWith("Revision b failed on downgrade at its statement 1:\n  DROP TABLE missing\n");
        assertThat(database.applied()).containsExactly("a", "b");
        assertThat(database.log()).endsWith("downgrade b: failed");
    }

    @DatabaseTest
    void truncatesVeryLongStatement(TestDatabase database) {
        String sql = "INSERT INTO missing VALUES ('" + "x".repeat(2000) + "')";

        MigrationFailedException failure = failure(database.with(revision("a", op -> op.execute(sql))));

        assertThat(failure)
                .hasMessageContaining("statement 1:\n  " + sql.substring(0, 600) + " … (" + sql.length()
                        + " characters)\n" + database.kind() + " says: ");
    }

    private static MigrationFailedException failure(Migrator migrator) {
        return catchThrowableOfType(MigrationFailedException.class, migrator::upgradeToHead);
    }

    private static String wordsOf(TestDatabase database, MigrationFailedException failure) {
        SQLException refused = (SQLException) failure.getCause();
        return database.kind() + " says: " + refused.getMessage() + " (SQL state " + refused.getSQLState() + ").";
    }
}
