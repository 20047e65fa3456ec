package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.EmptyHistoryException;
import dev.headway.error.IncompatibleTableException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Sql;
import dev.headway.progress.LogAction;
import dev.headway.progress.LogEntry;
import dev.headway.progress.Outcome;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class DatabaseStateTest {
    private static final List<String> ODD_NAMES = List.of(
            "select",
            "user",
            "Order",
            "VALUE",
            "two words",
            "it's",
            "a \"quoted\" name",
            "größe",
            "名前",
            "1st",
            "dash-ed",
            "semi;colon",
            "dot.ted",
            "back\\slash",
            "?",
            ":word",
            "<name>",
            "percent%s",
            "-- comment",
            "$x$");

    @DatabaseTest
    void reportsRevisionsOfNewerCodeAndRunsNothing(TestDatabase database) {
        database.with(table("a"), table("b").after("a"), table("c").after("b")).upgradeToHead();
        List<String> warnings = new ArrayList<>();
        Migrator older = database.with(table("a")).listener(unknown(warnings));

        assertThat(older.upgradeToHead().isEmpty()).isTrue();
        older.failOnUnknown().ignoreUnknown().requireUpToDate();

        String warning = "Can't locate revision identified by 'b'. The database " + shownUrl(database)
                + " has applied it on " + appliedAt(database, "b")
                + ", and also c, but no class declares it: the code is"
                + " older than the database, a revision was deleted or renamed, or a jar is missing from the class path.";
        assertThat(warnings)
                .hasSize(2)
                .containsOnly(
                        warning + " No revision of the code is pending, so nothing was run (headway.unknown=ignore).");
        warnings.clear();
        assertThat(older.current()).extracting(RevisionInfo::id).containsExactly("a");
        assertThat(older.history()).extracting(entry -> entry.revision().id()).containsExactly("a");
        assertThat(older.plan("head").isEmpty()).isTrue();
        assertThat(warnings).hasSize(3).containsOnly(warning);
        assertThat(older.check().unknown()).containsExactlyInAnyOrder("b", "c");
        assertThat(database.applied()).containsExactly("a", "b", "c");
    }

    @DatabaseTest
    void refusesToChangeDatabaseOfNewerCode(TestDatabase database) {
        database.with(table("a"), table("b").after("a")).upgradeToHead();
        Migrator older = database.with(table("a"));
        Migrator withPending = database.with(table("a"), table("c").after("a"));
        Migrator squashed =
                database.with(table("a"), table("x").after("a"), table("y").after("x"));

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                older.failOnUnknown()::upgradeToHead,
                older.failOnUnknown()::requireUpToDate,
                () -> older.downgrade("base"),
                () -> older.stamp("a"),
                withPending::upgradeToHead,
                withPending::requireUpToDate,
                squashed::upgradeToHead)) {
            assertThatExceptionOfType(RevisionNotFoundException.class)
                    .isThrownBy(command)
                    .withMessage(
                            "Can't locate revision identified by 'b'. The database %s has applied it on %s, but no"
                                    + " class declares it: the code is older than the database, a revision was"
                                    + " deleted or renamed, or a jar is missing from the class path. Nothing was"
                                    + " run. Deploy the code that contains the revision, or restore its class.",
                            shownUrl(database), appliedAt(database, "b"))
                    .satisfies(e -> assertThat(e.identifier()).isEqualTo("b"));
        }
        assertThat(withPending.plan("head").steps()).hasSize(1);
        assertThat(database.tables()).containsExactly("a", "b");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: done");
    }

    /** The code before a squash knows none of the recorded revisions, so all of its own seem to be pending. */
    @DatabaseTest
    void refusesToRunRevisionsThatNewerCodeHasSquashed(TestDatabase database) {
        database.with(table("a"), table("b").after("a")).upgradeToHead();
        database.with(table("ab").replacing("a", "b")).upgradeToHead();

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(database.with(table("a"), table("b").after("a"))::upgradeToHead)
                .withMessageStartingWith("Can't locate revision identified by 'ab'. ");

        assertThat(database.applied()).containsExactly("ab");
    }

    private static ProgressListener unknown(List<String> warnings) {
        return new ProgressListener() {
            @Override
            public void unknown(String warning) {
                warnings.add(warning);
            }
        };
    }

    @DatabaseTest
    void refusesToRunWithoutRevisions(TestDatabase database) {
        Migrator migrator = database.with();
        Migrator onClassPath = Migrations.on(database.dataSource());
        Fleet fleet = Migrations.fleet(Map.of("shop", database.dataSource())).registries();

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                migrator::upgradeToHead,
                onClassPath::upgradeToHead,
                migrator::requireUpToDate,
                migrator::check,
                () -> migrator.plan("head"),
                () -> migrator.downgrade("base"),
                () -> migrator.stamp("head"))) {
            assertThatExceptionOfType(EmptyHistoryException.class)
                    .isThrownBy(command)
                    .withMessageStartingWith("No revision is ")
                    .withMessageContaining(", so nothing was run. The usual causes: ")
                    .withMessageEndingWith("If there is no revision yet, set headway.empty=warn.");
        }
        assertThatExceptionOfType(EmptyHistoryException.class)
                .isThrownBy(onClassPath::upgradeToHead)
                .withMessageContaining("on the class path (class loader ")
                .withMessageContaining(Migrations.class.getClassLoader().toString());
        assertThat(fleet.upgradeToHead().failed()).containsKey("shop");
        assertThat(fleet.allowEmpty().upgradeToHead().isComplete()).isTrue();
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest
    void changesNothingWithoutRevisionsIfThatIsAllowed(TestDatabase database) {
        Migrator migrator = database.with().allowEmpty();

        assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
        assertThat(migrator.plan("head").isEmpty()).isTrue();
        assertThat(migrator.current()).isEmpty();
        assertThat(migrator.history()).isEmpty();
        assertThat(migrator.downgrade("base").isEmpty()).isTrue();
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest
    void refusesEmptyHistoryIfRevisionsAreApplied(TestDatabase database) {
        database.with(table("a")).upgradeToHead();

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(database.with().allowEmpty()::upgradeToHead)
                .withMessageStartingWith("Can't locate revision identified by 'a'. ");
    }

    @DatabaseTest
    void refusesTableOfNewerVersion(TestDatabase database) {
        Migrator migrator = database.with(table("a"), table("b").after("a"));
        migrator.upgrade("a");
        database.execute("ALTER TABLE headway_revision ADD COLUMN squashed boolean");

        everyQuestion(migrator)
                .forEach(question -> assertThatExceptionOfType(IncompatibleTableException.class)
                        .isThrownBy(question)
                        .withMessage(
                                "The table headway_revision has the columns [squashed], which this version of Headway"
                                        + " does not know: a newer version migrated this database. Nothing was run. Use that"
                                        + " version, or a newer one."));
        assertThat(database.tables()).containsExactly("a");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void refusesForeignTableOfSameName(TestDatabase database) {
        database.execute("CREATE TABLE headway_revision (id integer, revision varchar(9))");

        everyQuestion(database.with(table("a")))
                .forEach(question -> assertThatExceptionOfType(IncompatibleTableException.class)
                        .isThrownBy(question)
                        .withMessage(
                                "The table headway_revision lacks the columns [applied_at, checksum], so Headway did"
                                        + " not create it. Nothing was run. Rename the table, or specify another schema"
                                        + " (headway.schema)."));
        assertThat(database.allTables()).containsExactly("headway_revision");
    }

    @DatabaseTest
    void refusesViewOfSameName(TestDatabase database) {
        database.execute("CREATE VIEW headway_revision AS SELECT 1 AS id");

        assertThatExceptionOfType(IncompatibleTableException.class)
                .isThrownBy(database.with(table("a"))::upgradeToHead)
                .withMessageContaining("The table headway_revision lacks the columns [applied_at, checksum, revision]");
    }

    @DatabaseTest
    void reportsLogOfAnotherVersionAndRefusesToInterpretIt(TestDatabase database) {
        Migrator migrator = database.with(table("a"), table("b").after("a"));
        migrator.upgrade("a");
        database.execute("UPDATE headway_log SET outcome = 'paused'");

        assertThat(migrator.log()).extracting(LogEntry::outcome).containsExactly(Outcome.UNKNOWN);
        assertThatExceptionOfType(IncompatibleTableException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessage(
                        "Row 1 of headway_log has the outcome 'paused', which this version of Headway does not know: a"
                                + " newer version of Headway wrote it, or somebody changed it by hand. Nothing was run. Use the"
                                + " version that wrote it, or a newer one, or correct the row.");
        database.execute("UPDATE headway_log SET outcome = 'failed', direction = 'repair'");

        assertThat(migrator.log()).extracting(LogEntry::action).containsExactly(LogAction.UNKNOWN);
        assertThatExceptionOfType(IncompatibleTableException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageStartingWith("Row 1 of headway_log has the direction 'repair', which this version");
        assertThat(database.tables()).containsExactly("a");

        database.execute("UPDATE headway_log SET outcome = 'done'");
        assertThat(ids(migrator.upgradeToHead())).containsExactly("b");
    }

    @DatabaseTest
    void ignoresTableOfSimilarName(TestDatabase database) {
        database.execute("CREATE TABLE headwayXrevision (id integer)");

        assertThat(ids(database.with(table("a")).upgradeToHead())).containsExactly("a");
    }

    @DatabaseTest
    void createsAndDropsOddNames(TestDatabase database) {
        Migrator migrator = database.with(revision("a", op -> {
            for (String name : ODD_NAMES) {
                String table = Sql.name(name);
                op.createTable(table, t -> {
                    t.bigint("id").primaryKey();
                    ODD_NAMES.forEach(column -> t.integer(column).notNull());
                    t.unique("uq " + name, name);
                });
                op.createIndex(Sql.name("ix " + name), table, name, "id");
                op.addColumn(table, t -> t.varchar("added " + name, 9).unique());
            }
        }));

        migrator.upgradeToHead();

        assertThat(tableNames(database)).containsExactlyInAnyOrderElementsOf(ODD_NAMES);
        assertThat(database.namesOfColumns("Order"))
                .filteredOn(column -> !column.equalsIgnoreCase("id"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ODD_NAMES.stream(), Stream.of("added Order"))
                        .toList());

        migrator.downgrade("base");

        assertThat(database.tables()).isEmpty();
    }

    private static List<ThrowingCallable> everyQuestion(Migrator migrator) {
        return List.of(
                migrator::upgradeToHead,
                () -> migrator.upgrade("a"),
                () -> migrator.downgrade("base"),
                () -> migrator.plan("head"),
                migrator::current,
                migrator::history);
    }

    private static String shownUrl(TestDatabase database) {
        return database.url().replaceFirst("[;?].*", "");
    }

    private static String appliedAt(TestDatabase database, String id) {
        return database.with(table("a"), table("b").after("a"), table("c").after("b")).history().stream()
                .filter(entry -> entry.revision().id().equals(id))
                .flatMap(entry -> entry.appliedAt().stream())
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static List<String> tableNames(TestDatabase database) {
        return database.namesOfTables().stream()
                .filter(table -> !table.toLowerCase(Locale.ROOT).startsWith("headway_"))
                .toList();
    }
}
