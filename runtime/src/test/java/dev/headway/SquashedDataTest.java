package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.List;
import java.util.Map;

/** Each change of data happens once, whichever revisions were applied before they were squashed, and squashed again. */
class SquashedDataTest {
    private static final List<String> STATES = List.of("t", "a", "b", "c", "d");

    private static final TestRevision TABLE = revision(
            "t", op -> op.createTable("changed", t -> t.varchar("name", 20).notNull()));
    private static final TestRevision A = inserting("a").after("t");
    private static final TestRevision B = inserting("b").after("a");
    private static final TestRevision C = inserting("c").after("b");
    private static final TestRevision D = inserting("d").after("c");
    private static final TestRevision FIRST = inserting("a", "b").after("t").replacing("a", "b");
    private static final TestRevision SECOND = inserting("c", "d").after("ab").replacing("c", "d");
    private static final TestRevision BOTH =
            inserting("a", "b", "c", "d").after("t").replacing("ab", "cd");

    private static TestRevision inserting(String... names) {
        return revision(String.join("", names), insert(names)).downgrade(op -> {
            for (String name : names) {
                op.execute("DELETE FROM changed WHERE name = '" + name + "'");
            }
        });
    }

    private static Directives insert(String... names) {
        return op -> {
            for (String name : names) {
                op.insert("changed", Map.of("name", name));
            }
        };
    }

    private static TestRevision insertingAndFailing(String... names) {
        return revision(String.join("", names), op -> {
            insert(names).applyTo(op);
            op.execute("refused");
        });
    }

    private static List<String> changes(TestDatabase database) {
        return database.column("SELECT name FROM changed ORDER BY name");
    }

    @DatabaseTest
    void inTheMiddleOfTwoSquashes(TestDatabase database) {
        for (String state : STATES) {
            database.with(TABLE, A, B, C, D).upgrade(state);

            database.with(TABLE, A, B, C, D, FIRST, SECOND).upgradeToHead();

            assertThat(changes(database)).as(state).containsExactly("a", "b", "c", "d");
            assertThat(database.applied()).as(state).containsExactly("ab", "cd", "t");
            database.with(TABLE, FIRST, SECOND).downgrade("ab");
            assertThat(changes(database)).as(state).containsExactly("a", "b");
            database.clear();
        }
    }

    @DatabaseTest
    void inTheMiddleOfASquashOfSquashes(TestDatabase database) {
        for (String state : STATES) {
            database.with(TABLE, A, B, C, D).upgrade(state);

            database.with(TABLE, A, B, C, D, FIRST, SECOND, BOTH).upgradeToHead();

            assertThat(changes(database)).as(state).containsExactly("a", "b", "c", "d");
            assertThat(database.applied()).as(state).containsExactly("abcd", "t");
            database.with(TABLE, BOTH).downgrade("t");
            assertThat(changes(database)).as(state).isEmpty();
            database.clear();
        }
    }

    @DatabaseTest
    void ifTheFirstSquashWasRecordedBeforeBothWereSquashed(TestDatabase database) {
        for (String state : List.of("ab", "cd")) {
            database.with(TABLE, A, B, C, D, FIRST, SECOND).upgrade(state);

            database.with(TABLE, FIRST, SECOND, BOTH).upgradeToHead();

            assertThat(changes(database)).as(state).containsExactly("a", "b", "c", "d");
            assertThat(database.applied()).as(state).containsExactly("abcd", "t");
            database.clear();
        }
    }

    @DatabaseTest
    void ifARemainingRevisionFailsAndItsSquashIsSquashedBeforeTheNextRun(TestDatabase database) {
        database.with(TABLE, A, B, C, D).upgrade("c");
        Migrator failing =
                database.with(TABLE, A, B, C, insertingAndFailing("d").after("c"), FIRST, SECOND);
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(failing::upgradeToHead);
        assertThat(database.applied()).containsExactly("ab", "c", "t");

        database.with(TABLE, A, B, C, D, FIRST, SECOND, BOTH).upgradeToHead();

        assertThat(changes(database)).containsExactly("a", "b", "c", "d");
        assertThat(database.applied()).containsExactly("abcd", "t");
    }

    @DatabaseTest
    void ifTheRevisionAfterASquashFails(TestDatabase database) {
        database.with(TABLE, A, B, C, D).upgrade("a");
        TestRevision e = inserting("e").after("cd");
        Migrator failing = database.with(
                TABLE, A, B, C, D, FIRST, SECOND, insertingAndFailing("e").after("cd"));
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(failing::upgradeToHead);

        database.with(TABLE, A, B, C, D, FIRST, SECOND, e).upgradeToHead();

        assertThat(changes(database)).containsExactly("a", "b", "c", "d", "e");
        assertThat(database.applied()).containsExactly("ab", "cd", "e", "t");
    }

    @DatabaseTest
    void ifADowngradeOfSeveralSquashesFails(TestDatabase database) {
        database.with(TABLE, A, B, C, D).upgradeToHead();
        TestRevision irreversible = FIRST.downgrade(op -> {
            op.execute("DELETE FROM changed WHERE name = 'b'");
            op.execute("refused");
        });
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> database.with(TABLE, irreversible, SECOND).downgrade("t"));
        assertThat(database.applied()).containsExactly("ab", "t");
        TestRevision fixed = FIRST.downgrade(op -> {
            op.execute("DELETE FROM changed WHERE name = 'b'");
            op.execute("DELETE FROM changed WHERE name = 'a'");
        });

        database.with(TABLE, fixed, SECOND).downgrade("t");

        assertThat(changes(database)).isEmpty();
        assertThat(database.applied()).containsExactly("t");
        database.with(TABLE, FIRST, SECOND).upgradeToHead();
        assertThat(changes(database)).containsExactly("a", "b", "c", "d");
    }
}
