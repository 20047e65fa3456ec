package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.op.Database;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Trait;

/** {@code Operations.script}. */
class ScriptTest {

    @DatabaseTest
    void aScriptBesideTheClassIsRunStatementByStatement(TestDatabase database) {
        database.with(beside("scripts/account.sql")).upgradeToHead();

        assertThat(database.column("SELECT name FROM account ORDER BY id"))
                .containsExactly("a;b", "naïve -- no comment", "?");
        assertThat(database.column("SELECT statements FROM headway_log")).containsExactly("4");
    }

    @DatabaseTest
    void aScriptMayBeAnywhereOnTheClassPath(TestDatabase database) {
        database.with(beside("/db/anywhere.sql")).upgradeToHead();

        assertThat(database.tables()).containsExactly("anywhere");
    }

    @DatabaseTest({Trait.TRANSACTIONAL_DDL, Trait.POSTGRES_SYNTAX})
    void functionsKeepTheirBodies(TestDatabase database) {
        database.with(revision("a", op -> {
                            op.on(Database.POSTGRESQL, on -> on.script("scripts/functions.sql"));
                        })
                        .declaredBy(ScriptTest.class))
                .upgradeToHead();

        assertThat(database.column("SELECT one() + two()")).containsExactly("3");
    }

    @DatabaseTest
    void aMissingScriptIsToldWithThePlaceWhereItWasLookedFor(TestDatabase database) {
        assertThatThrownBy(() -> database.with(table("a"), beside("missing.sql").after("a"))
                        .upgradeToHead())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(
                        "There is no script '/dev/headway/missing.sql' on the class path. Put it there, or"
                                + " name it as it is: a path without a slash in front begins at the package of the migration's"
                                + " class");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void aScriptMustBeInUtf8(TestDatabase database) {
        assertThatThrownBy(() -> database.with(beside("scripts/latin1.sql")).upgradeToHead())
                .hasMessageContaining("The script '/dev/headway/scripts/latin1.sql' is not in UTF-8");
    }

    private static TestRevision beside(String path) {
        return revision("b", op -> op.script(path)).declaredBy(ScriptTest.class);
    }
}
