package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.InvalidHistoryException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Database;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes wrong in Alembic 1.19, and does not here. */
class AlembicFaultsTest {

    @Test
    void aCycleWithAnEntryAndAnExitIsSeen() {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() ->
                        graph(info("entry"), info("one", "entry", "two"), info("two", "one"), info("exit", "two")))
                .withMessageContaining("one -> two -> one");
    }

    @Test
    void anIdThatIsUsedTwiceHidesNothing() {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() ->
                        graph(info("a").declaredBy("com.acme.One"), info("a").declaredBy("com.acme.Two")))
                .withMessageContaining("The id 'a' is used twice: by com.acme.One and by com.acme.Two");
    }

    @Test
    void aParentThatThereIsNotIsTold() {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> graph(info("b", "gone")))
                .withMessageContaining("gone")
                .withMessageNotContaining("KeyError");
    }

    @DatabaseTest
    void anIdMayHaveSixtyFourCharacters(TestDatabase database) {
        String id = "i".repeat(64);

        database.with(table(id)).upgradeToHead();

        assertThat(database.applied()).containsExactly(id);
    }

    @DatabaseTest
    void parentsAndDependenciesOfAMergeMayOverlap(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                table("b").after("a"),
                table("c").after("a"),
                table("m").after("b", "c").dependingOn("b", "x"),
                table("x"),
                table("y").after("x").dependingOn("c"));

        migrator.upgrade("heads");
        assertThat(database.applied()).containsExactly("a", "b", "c", "m", "x", "y");
        migrator.downgrade("base");
        assertThat(database.applied()).isEmpty();
    }

    @Test
    void parentsThatAreAncestorsOfOtherParentsAreRefused() {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> graph(info("a"), info("b", "a"), info("c", "a", "b")))
                .withMessageContaining("c", "a", "b");
    }

    @DatabaseTest
    void aDatabaseWithDependenciesAcrossBranchesIsComplete(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"),
                table("b").after("a"),
                table("x"),
                table("y").after("x").dependingOn("b"));

        migrator.upgrade("heads");

        migrator.requireUpToDate();
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("y");
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfFiles() {
        List<TestRevision> revisions = new ArrayList<>(List.of(
                table("a"),
                table("b").after("a"),
                table("c").after("a"),
                table("x"),
                table("m").after("c", "b")));
        Set<List<String>> orders = new HashSet<>();
        for (int i = 0; i < revisions.size(); i++) {
            Collections.rotate(revisions, 1);
            orders.add(Migrations.script(Database.H2)
                    .registries(registry(revisions.toArray(TestRevision[]::new)))
                    .upgrade("base", "heads")
                    .lines()
                    .filter(line -> line.startsWith("-- Running"))
                    .toList());
        }

        assertThat(orders).hasSize(1);
    }

    @Test
    void aQuotedWordWithAColonStaysAsItIsInAScript() {
        String script = Migrations.script(Database.POSTGRESQL)
                .registries(registry(revision("a", op -> {
                    op.execute("INSERT INTO a VALUES (':z', :x)", Map.of("x", 1));
                    op.execute("INSERT INTO a VALUES (':z')");
                })))
                .upgrade("base", "a");

        assertThat(script).contains("INSERT INTO a VALUES (':z', 1);", "INSERT INTO a VALUES (':z');");
    }

    @Test
    void stepsThatDoNotExistAreToldPlainly() {
        RevisionGraph graph = graph(info("a").labelled("ledger"), info("b", "a"));

        assertThatThrownBy(() -> graph.upgrade(Set.of(), "a+9"))
                .isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Relative revision a+9 didn't produce 9 migrations. There are only 1 in that direction.");
        assertThatThrownBy(() -> graph.downgrade(Set.of(), "ledger@-1"))
                .isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Relative revision ledger@-1 didn't produce 1 migrations. There are only 0 in that"
                        + " direction.");
    }

    private static RevisionInfo info(String id, String... down) {
        return RevisionInfo.of(id, "what " + id + " does").after(down);
    }

    private static RevisionGraph graph(RevisionInfo... revisions) {
        return RevisionGraph.of(List.of(revisions));
    }
}
