package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.HeadwayException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.NotUpToDateException;
import dev.headway.error.NothingToResolveException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.Direction;
import dev.headway.graph.PartialRevision;
import dev.headway.op.Directives;
import dev.headway.testing.Capability;
import dev.headway.testing.CrashingDataSource;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.List;

/** A statement that may have been executed stays in doubt until somebody or the database decides it. */
class DoubtTest {
    private static final Directives ADDING = op -> {
        op.execute("CREATE TABLE t (v integer)");
        op.execute("ALTER TABLE t ADD UNIQUE (v)");
        op.execute("INSERT INTO t VALUES (1)");
    };

    @DatabaseTest(Capability.COMMITTING_DDL)
    void staysInDoubtIfTheNextRunEndsBeforeTheStatement(TestDatabase database) {
        List<Directives> endsEarly = List.of(
                op -> {
                    throw new IllegalStateException("broken");
                },
                op -> {
                    op.execute("CREATE TABLE t (v integer)");
                    throw new AssertionError("broken");
                },
                op -> {
                    op.execute("CREATE TABLE t (v bigint)");
                    op.execute("ALTER TABLE t ADD UNIQUE (v)");
                });
        for (Directives early : endsEarly) {
            crash(database, 2, revision("a", ADDING));
            assertThatThrownBy(database.with(revision("a", early))::upgradeToHead);
            assertThatThrownBy(database.with(revision("a", early))::upgradeToHead);

            assertAsks(database, 2);
            database.with(revision("a", ADDING)).resume();
            assertThatThrownBy(database.with(revision("a", endsEarly.get(0)))::upgradeToHead);
            database.with(revision("a", ADDING)).upgradeToHead();

            assertThat(database.column("SELECT v FROM t")).containsExactly("1");
            database.clear();
        }
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void staysInDoubtIfTheNextRunIsInterrupted(TestDatabase database) {
        crash(database, 2, revision("a", ADDING));
        Thread.currentThread().interrupt();
        assertThatThrownBy(database.with(revision("a", ADDING))::upgradeToHead);
        assertThat(Thread.interrupted()).isTrue();

        assertAsks(database, 2);
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void isNotInDoubtIfTheDatabaseRefusedTheStatement(TestDatabase database) {
        Directives refused = op -> {
            op.execute("CREATE TABLE t (v integer)");
            op.execute("ALTER TABLE t ADD UNIQUE (missing)");
        };
        assertThatThrownBy(database.with(revision("a", refused))::upgradeToHead);

        assertThat(database.column("SELECT next_statement FROM headway_log")).containsExactly("untried");
        database.with(revision("a", ADDING)).upgradeToHead();
        assertThat(database.column("SELECT v FROM t")).containsExactly("1");
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void refusesToForgetAStatementInDoubtThatWasRemovedOrChanged(TestDatabase database) {
        Directives created = op -> op.execute("CREATE TABLE t (v integer)");
        Directives removed = created;
        Directives changed = op -> {
            created.applyTo(op);
            op.execute("ALTER TABLE t ADD w integer");
        };
        Directives changedToData = op -> {
            created.applyTo(op);
            op.execute("INSERT INTO t VALUES (2)");
        };
        for (Directives other : List.of(removed, changed, changedToData)) {
            crash(database, 2, revision("a", ADDING));
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(MigrationFailedException.class)
                        .isThrownBy(database.with(revision("a", other))::upgradeToHead)
                        .withMessageContaining("unknown whether statement 2 was executed")
                        .withMessageContaining(other == removed ? "has removed it since" : "has changed it since")
                        .withMessageContaining("run headway retry a");
            }
            assertThat(database.applied()).isEmpty();
            assertThat(database.with(revision("a", other)).partial()).hasSize(1);
            assertAsks(database, 2);

            database.with(revision("a", other)).retry();
            database.with(revision("a", other)).upgradeToHead();

            assertThat(database.applied()).containsExactly("a");
            database.clear();
        }
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void refusesToCountAnotherStatementThanTheConfirmedOneAsCompleted(TestDatabase database) {
        crash(database, 2, revision("a", ADDING));
        database.with(revision("a", ADDING)).resume();

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(revision("a", op -> {
                    op.execute("CREATE TABLE t (v integer)");
                    op.execute("ALTER TABLE t ADD w integer");
                }))::upgradeToHead)
                .withMessageContaining("The first 2 statements are in the database from an earlier attempt");
        database.with(revision("a", ADDING)).upgradeToHead();

        assertThat(database.column("SELECT v FROM t")).containsExactly("1");
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void convertsTheValuesOfAColumnOnce(TestDatabase database) {
        if (!database.kind().equals("H2")) {
            return; // no USING
        }
        Directives converting =
                op -> op.alterColumn("t", "v").integer().using("length(v)").from(c -> c.varchar(20));
        for (boolean typeIsKnown : new boolean[] {true, false}) {
            database.execute("CREATE TABLE t (v varchar(" + (typeIsKnown ? 20 : 30) + "))");
            database.execute("INSERT INTO t VALUES ('a word')");
            crash(database, 1, revision("a", converting));
            database.with(revision("a", converting)).upgradeToHead();

            assertThat(database.column("SELECT v FROM t")).containsExactly("6");
            database.clear();
        }
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void asksAboutAConversionThatTheTypeDoesNotShow(TestDatabase database) {
        if (!database.kind().equals("H2")) {
            return; // no USING
        }
        database.execute("CREATE TABLE t (v integer)");
        database.execute("INSERT INTO t VALUES (1)");
        List<Directives> conversions = List.of(
                op -> op.alterColumn("t", "v").integer().using("v + 1"),
                op -> op.alterColumn("t", "v").integer().using("v + 1").from(c -> c.integer()),
                op -> op.alterColumn("t", "v").type("int").using("v + 1").from(c -> c.bigint()));
        int value = 1;
        for (Directives conversion : conversions) {
            TestRevision revision = revision("r" + value, conversion);
            crash(database, 1, revision);
            value++;

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(database.with(revision)::upgradeToHead)
                    .withMessageContaining("It is unknown whether statement 1");
            database.with(revision).resume();
            database.with(revision).upgradeToHead();

            assertThat(database.column("SELECT v FROM t")).containsExactly(String.valueOf(value));
            database.with(revision).purgeAndStamp("base");
        }
    }

    /** The schema shows that the operation is complete, so it is no longer a statement. */
    @DatabaseTest
    void countsAStatementInDoubtOfAnOperationThatIsNowComplete(TestDatabase database) {
        boolean conditional = !database.kind().equals("MySQL");
        for (boolean crashLater : new boolean[] {false, true}) {
            TestRevision adding = revision("a", op -> {
                        op.createTable("t", t -> t.bigint("id"));
                        if (conditional) {
                            op.addColumn("t", t -> t.bigint("v")).ifNotExists();
                        } else {
                            op.addColumn("t", t -> t.bigint("v"));
                        }
                        op.execute("INSERT INTO t VALUES (1, 2)");
                        op.execute("INSERT INTO t VALUES (3, 4)");
                    })
                    .outsideTransaction();
            crash(database, crashLater ? 3 : 2, adding);

            database.with(adding).upgradeToHead();

            assertThat(database.column("SELECT v FROM t ORDER BY v")).containsExactly("2", "4");
            database.clear();
        }
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void asksAboutTheFirstStatementToo(TestDatabase database) {
        database.execute("CREATE TABLE t (v integer)");
        Directives adding = op -> op.execute("ALTER TABLE t ADD UNIQUE (v)");
        crash(database, 1, revision("a", adding));
        assertThatThrownBy(database.with(revision("a", adding))::upgradeToHead)
                .hasMessageContaining("It is unknown whether statement 1");
        assertThat(database.with(revision("a", adding)).partial())
                .containsExactly(
                        new PartialRevision("a", Direction.UPGRADE, 0, PartialRevision.Doubt.STATEMENT, false));
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void staysInDoubtDuringADowngrade(TestDatabase database) {
        TestRevision reverted = revision("a", op -> op.execute("CREATE TABLE t (v integer)"))
                .downgrade(op -> {
                    op.execute("ALTER TABLE t ADD UNIQUE (v)");
                    op.execute("DROP TABLE t");
                });
        Migrator migrator = database.with(reverted);
        migrator.upgradeToHead();
        CrashingDataSource crashing = new CrashingDataSource(database.dataSource(), 1);
        assertThatThrownBy(() -> Migrations.on(crashing.dataSource())
                .registries(TestRevision.registry(reverted))
                .downgrade("base"));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> migrator.downgrade("base")).hasMessageContaining("unknown whether statement 1");
        }
        assertThatExceptionOfType(NotUpToDateException.class)
                .isThrownBy(() -> migrator.check().requireUpToDate())
                .withMessageContaining("unknown whether statement 1 of its downgrade was executed");
        migrator.resume("a");
        migrator.downgrade("base");
        assertThat(database.tables()).isEmpty();
        assertThat(migrator.partial()).isEmpty();
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void resolvesOneOfSeveralRevisionsInDoubt(TestDatabase database) {
        TestRevision[] two = {adding("ab1", "t"), adding("ab2", "u")};
        crash(database, 2, two[0]);
        crash(database, 2, two[1]);
        Migrator migrator = database.with(two);

        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(migrator::resume)
                .withMessage(
                        "2 revisions are in doubt: ab1, ab2. Nothing was changed. Run headway resume ab1 or headway"
                                + " resume ab2.");
        assertThatExceptionOfType(PartiallyAppliedException.class).isThrownBy(() -> migrator.retry("ab"));
        assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> migrator.retry("zz"));
        assertThat(migrator.resume("ab2")).isEqualTo("ab2");
        assertThatExceptionOfType(NothingToResolveException.class)
                .isThrownBy(() -> migrator.resume("ab2"))
                .withMessageStartingWith("Nothing to resolve: revision ab2 is partially applied: 2 statements are");
        assertThat(migrator.resume()).isEqualTo("ab1");
        migrator.upgrade("heads");
        assertThatExceptionOfType(NothingToResolveException.class)
                .isThrownBy(migrator::resume)
                .withMessage("Nothing to resolve: no revision is in doubt.");
        assertThatExceptionOfType(NothingToResolveException.class)
                .isThrownBy(() -> migrator.resume("ab1"))
                .withMessage("Nothing to resolve: revision ab1 is not in doubt.");
    }

    @DatabaseTest
    void addsItsColumnToTheTableOfAnEarlierVersion(TestDatabase database) {
        TestRevision first = TestRevision.table("a");
        database.with(first).upgradeToHead();
        database.execute("ALTER TABLE headway_log DROP COLUMN next_statement");
        database.execute("ALTER TABLE headway_log DROP COLUMN next_digest");
        database.execute(
                "INSERT INTO headway_log (revision, direction, started_at, outcome, statements, digest, run_by, run_on)"
                        + " SELECT 'b', direction, started_at, 'doubtful', 1, 'x', run_by, run_on FROM headway_log");
        Migrator migrator = database.with(first, TestRevision.table("b").after("a"));

        assertThat(migrator.log()).hasSize(2);
        assertThat(migrator.check().partial()).singleElement().matches(PartialRevision::isInDoubt);
        assertThat(database.rows("SELECT * FROM headway_log").get(0)).hasSize(11);
        assertThat(migrator.retry()).isEqualTo("b");

        assertThat(database.column("SELECT next_statement FROM headway_log WHERE revision = 'b'"))
                .containsExactly("untried");
    }

    @DatabaseTest
    void stampSettlesPartialRevision(TestDatabase database) {
        Directives failing = op -> {
            op.createTable("t", t -> t.bigint("id"));
            op.execute("INSERT INTO missing VALUES (1)");
        };
        Migrator migrator = database.with(revision("a", failing).outsideTransaction());
        for (String[] target : new String[][] {{"base"}, {"a"}}) {
            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);
            assertThat(migrator.partial()).hasSize(1);
            migrator.stamp(target);
            assertThat(migrator.partial()).isEmpty();
            database.execute("DROP TABLE t");
        }
    }

    private static TestRevision adding(String id, String table) {
        return revision(id, op -> {
            op.execute("CREATE TABLE " + table + " (v integer)");
            op.execute("ALTER TABLE " + table + " ADD UNIQUE (v)");
            op.execute("INSERT INTO " + table + " VALUES (1)");
        });
    }

    private static void assertAsks(TestDatabase database, int statement) {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(revision("a", ADDING))::upgradeToHead)
                .withMessageContaining("It is unknown whether statement " + statement);
    }

    private static void crash(TestDatabase database, int statements, TestRevision revision) {
        CrashingDataSource crashing = new CrashingDataSource(database.dataSource(), statements);
        assertThatExceptionOfType(HeadwayException.class)
                .isThrownBy(
                        Migrations.on(crashing.dataSource()).registries(TestRevision.registry(revision))
                                ::upgradeToHead);
        assertThat(crashing.crashed()).isTrue();
    }
}
