package dev.headway.graph;

import static dev.headway.graph.HistoryFault.WHOLE;
import static dev.headway.graph.TestGraph.chain;
import static dev.headway.graph.TestGraph.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCheckTest {
    private static final RevisionInfo A = revision("a").declaredBy("app.A");
    private static final RevisionInfo B = revision("b", "a").declaredBy("app.B");

    @Test
    void validHistoryHasNoFaults() {
        assertThatFaults().isEmpty();
        assertThatFaults(
                        A.labelled("users"),
                        B.dependingOn("x"),
                        revision("c", "a").dependingOn("x", "a"),
                        revision("d", "b", "c").replacing("old_1", "old_2"),
                        revision("x"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1975ea83b712", "V1.2.3_users", "_", "9", "Head"})
    void anIdIsOfLettersDigitsUnderscoresAndDots(String id) {
        assertThatFaults(revision(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', r_",
        "add user, add_user",
        "ae10+1, ae10_1",
        "ae10-1, ae10_1",
        "users@ae10, users_ae10",
        "a:b, a_b",
        "größe, gr__e",
    })
    void anIdWithOtherCharactersIsMalformed(String id, String mended) {
        RevisionInfo revision = revision(id).declaredBy("app.A");

        assertThatFaults(revision)
                .containsExactly(new HistoryFault(
                        Kind.MALFORMED_ID,
                        revision,
                        Attribute.ID,
                        WHOLE,
                        "The id '" + id + "' of app.A is malformed: an id is 1 to 64 of A-Z a-z 0-9 _ . - for example '"
                                + mended + "'."));
    }

    @Test
    void anIdHasAtMost64Characters() {
        RevisionInfo tooLong = revision("x".repeat(65)).declaredBy("app.A");

        assertThatFaults(revision("x".repeat(64))).isEmpty();
        assertThatFaults(tooLong)
                .containsExactly(new HistoryFault(
                        Kind.MALFORMED_ID,
                        tooLong,
                        Attribute.ID,
                        WHOLE,
                        "The id '" + "x".repeat(65)
                                + "' of app.A is malformed: an id is 1 to 64 of A-Z a-z 0-9 _ . - for" + " example '"
                                + "x".repeat(64) + "'."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current"})
    void refusesReservedId(String id) {
        RevisionInfo revision = revision(id).declaredBy("app.A");

        assertThatFaults(revision)
                .containsExactly(new HistoryFault(
                        Kind.RESERVED_ID,
                        revision,
                        Attribute.ID,
                        WHOLE,
                        "The id '" + id + "' of app.A is reserved: it has a meaning of its own in commands. Give the"
                                + " revision another id - for example 'r_" + id + "'."));
    }

    @Test
    void anIdIsUsedOnce() {
        RevisionInfo again = revision("a").declaredBy("app.Again");
        RevisionInfo more = revision("a").declaredBy("app.More");

        assertThatFaults(A, again, more)
                .containsExactly(
                        new HistoryFault(
                                Kind.DUPLICATE_ID,
                                again,
                                Attribute.ID,
                                WHOLE,
                                "The id 'a' is used twice: by app.A and by app.Again. Give the newer of them an id of its"
                                        + " own."),
                        new HistoryFault(
                                Kind.DUPLICATE_ID,
                                more,
                                Attribute.ID,
                                WHOLE,
                                "The id 'a' is used twice: by app.A and by app.More. Give the newer of them an id of its"
                                        + " own."));
    }

    @Test
    void parentsAndDependenciesAreInTheHistory() {
        RevisionInfo lost = B.after("a", "gone").dependingOn("lost");

        assertThatFaults(A, lost)
                .containsExactly(
                        new HistoryFault(
                                Kind.UNKNOWN_REVISION,
                                lost,
                                Attribute.DOWN,
                                1,
                                "b (app.B) names 'gone' in 'down', but no revision has this id. Check whether a"
                                        + " jar is missing from the class path, or is older than the one at"
                                        + " compile time."),
                        new HistoryFault(
                                Kind.UNKNOWN_REVISION,
                                lost,
                                Attribute.DEPENDS_ON,
                                0,
                                "b (app.B) names 'lost' in 'dependsOn', but no revision has this id. Check"
                                        + " whether a jar is missing from the class path, or is older than the"
                                        + " one at compile time."));
    }

    @Test
    void aRevisionDoesNotNameItself() {
        RevisionInfo parent = A.after("a");
        RevisionInfo dependency = A.dependingOn("a");

        assertThatFaults(parent)
                .containsExactly(new HistoryFault(
                        Kind.SELF_REFERENCE,
                        parent,
                        Attribute.DOWN,
                        0,
                        "a (app.A) names itself in 'down'. Name the revision that comes before it, or"
                                + " omit 'down'."));
        assertThatFaults(dependency)
                .containsExactly(new HistoryFault(
                        Kind.SELF_REFERENCE,
                        dependency,
                        Attribute.DEPENDS_ON,
                        0,
                        "a (app.A) names itself in 'dependsOn'. Name the revision that comes before it, or omit"
                                + " 'dependsOn'."));
    }

    @Test
    void aRevisionIsNamedOnce() {
        RevisionInfo twice = B.after("a", "a");
        RevisionInfo dependency = A.dependingOn("gone", "gone");

        assertThatFaults(A, twice)
                .containsExactly(new HistoryFault(
                        Kind.REPEATED_REFERENCE,
                        twice,
                        Attribute.DOWN,
                        1,
                        "b (app.B) names a (app.A) twice in 'down'. Name it once."));
        assertThatFaults(dependency)
                .extracting(HistoryFault::kind, HistoryFault::index, HistoryFault::message)
                .last()
                .isEqualTo(
                        tuple(Kind.REPEATED_REFERENCE, 1, "a (app.A) names gone twice in 'dependsOn'. Name it once."));
    }

    @Test
    void aParentMayBeADependencyToo() {
        assertThatFaults(A, B.dependingOn("a")).isEmpty();
    }

    @Test
    void aLabelIsUsedOnce() {
        RevisionInfo again = B.labelled("users");
        RevisionInfo twice = A.labelled("users", "users");

        assertThatFaults(A.labelled("users"), again)
                .containsExactly(new HistoryFault(
                        Kind.DUPLICATE_LABEL,
                        again,
                        Attribute.BRANCH,
                        0,
                        "The branch label 'users' is used twice: by a (app.A) and by b (app.B). Set a label only"
                                + " on the first revision of its branch; all revisions that follow inherit it."));
        assertThatFaults(twice)
                .extracting(HistoryFault::kind, HistoryFault::index)
                .containsExactly(tuple(Kind.DUPLICATE_LABEL, 1));
    }

    @Test
    void refusesLabelThatIsAnId() {
        RevisionInfo labelled = B.labelled("users", "a");

        assertThatFaults(A, labelled)
                .containsExactly(
                        new HistoryFault(
                                Kind.LABEL_IS_ID,
                                labelled,
                                Attribute.BRANCH,
                                1,
                                "The branch label 'a' of b (app.B) is also the id of a (app.A). Give the branch another label."));
    }

    @Test
    void aLabelKeepsTheRuleOfIds() {
        RevisionInfo malformed = A.labelled("my users");
        RevisionInfo reserved = A.labelled("base");

        assertThatFaults(malformed)
                .containsExactly(new HistoryFault(
                        Kind.MALFORMED_LABEL,
                        malformed,
                        Attribute.BRANCH,
                        0,
                        "The branch label 'my users' of a (app.A) is malformed: a label is 1 to 64 of A-Z a-z 0-9 _ . -"
                                + " for example 'my_users'."));
        assertThatFaults(reserved)
                .containsExactly(new HistoryFault(
                        Kind.MALFORMED_LABEL,
                        reserved,
                        Attribute.BRANCH,
                        0,
                        "The branch label 'base' of a (app.A) is reserved: a label is 1 to 64 of A-Z a-z 0-9 _ . - for"
                                + " example 'r_base'."));
    }

    @Test
    void replacedRevisionsMayStayButNoOtherRequiresThem() {
        assertThatFaults(A.labelled("main"), revision("s").labelled("main").replacing("a"))
                .isEmpty();
        RevisionInfo squashed = revision("s").replacing("a");
        assertThatFaults(A, B, squashed)
                .containsExactly(new HistoryFault(
                        Kind.BAD_REPLACEMENT,
                        B,
                        Attribute.DOWN,
                        0,
                        "b (app.B) comes after 'a', which s replaces. Name that one instead."));
    }

    @Test
    void aSquashDoesNotComeAfterWhatItReplaces() {
        RevisionInfo squashed = B.replacing("old", "a");

        assertThatFaults(A, squashed)
                .containsExactly(new HistoryFault(
                        Kind.BAD_REPLACEMENT,
                        squashed,
                        Attribute.DOWN,
                        0,
                        "b (app.B) comes after 'a', which it replaces. Give it the parents of the first revision"
                                + " that it replaces."));
    }

    @Test
    void refusesRevisionReplacedTwice() {
        RevisionInfo again = B.replacing("old");

        assertThatFaults(A.replacing("old"), again)
                .containsExactly(new HistoryFault(
                        Kind.BAD_REPLACEMENT,
                        again,
                        Attribute.REPLACES,
                        0,
                        "'old' is replaced twice: by a (app.A) and by b (app.B). Remove it from one of them."));
    }

    @Test
    void refusesMalformedReplacedId() {
        RevisionInfo squashed = A.replacing("old one");

        assertThatFaults(squashed)
                .containsExactly(new HistoryFault(
                        Kind.BAD_REPLACEMENT,
                        squashed,
                        Attribute.REPLACES,
                        0,
                        "a (app.A) replaces 'old one', which is malformed: an id is 1 to 64 of A-Z a-z 0-9 _ .."));
    }

    @Test
    void reportsWholeCycleFromItsFirstRevision() {
        RevisionInfo first = A.after("base_line", "c");

        assertThatFaults(B, revision("c", "b").declaredBy("app.C"), first, revision("base_line"), revision("d", "b"))
                .containsExactly(new HistoryFault(
                        Kind.CYCLE,
                        B,
                        Attribute.DOWN,
                        0,
                        "Revisions form a cycle: app.B -> app.A -> app.C -> app.B. None of them can ever be"
                                + " applied; remove one of these references."));
    }

    @Test
    void reportsWhichStepOfCycleIsDependency() {
        RevisionInfo first = A.dependingOn("b");

        assertThatFaults(first, B)
                .containsExactly(new HistoryFault(
                        Kind.DEPENDENCY_CYCLE,
                        first,
                        Attribute.DEPENDS_ON,
                        0,
                        "Revisions form a cycle: app.A -> (dependsOn) app.B -> app.A. None of them can ever be"
                                + " applied; remove one of these references."));
    }

    @Test
    void reportsEachSeparateCycle() {
        assertThatFaults(revision("a", "b"), revision("b", "a"), revision("c", "d"), revision("d", "c"))
                .extracting(HistoryFault::kind, fault -> fault.revision().id())
                .containsExactly(tuple(Kind.CYCLE, "a"), tuple(Kind.CYCLE, "c"));
    }

    @Test
    void reportsOneOfCyclesThatShareRevisions() {
        assertThatFaults(revision("a", "b", "c"), revision("b", "a"), revision("c", "a"))
                .extracting(HistoryFault::kind)
                .containsExactly(Kind.CYCLE);
    }

    @Test
    void findsLongCycleWithoutRecursion() {
        List<RevisionInfo> revisions = new ArrayList<>(chain(10_000));
        revisions.set(0, revision("r0", "r9999"));

        assertThat(HistoryCheck.faults(revisions))
                .extracting(HistoryFault::kind)
                .containsExactly(Kind.CYCLE);
    }

    @Test
    void refusesParentThatIsAncestorOfAnotherParent() {
        RevisionInfo merge = revision("m", "c", "a", "x");

        assertThatFaults(A, B, revision("c", "b"), revision("x"), merge)
                .containsExactly(new HistoryFault(
                        Kind.REDUNDANT_PARENT,
                        merge,
                        Attribute.DOWN,
                        1,
                        "m names a (app.A) in 'down', which is already an ancestor of another parent. Remove it."));
    }

    @Test
    void aParentMayBeADependencyOfAnotherParent() {
        assertThatFaults(A, revision("x").dependingOn("a"), revision("m", "a", "x"))
                .isEmpty();
    }

    @Test
    void findsRedundantParentsInRandomHistories() {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            List<RevisionInfo> revisions = random(random, 12);
            Lineage lineage = new Lineage(revisions);
            List<String> redundant = new ArrayList<>();
            for (RevisionInfo revision : revisions) {
                for (String parent : revision.down()) {
                    if (revision.down().stream()
                            .filter(other -> !other.equals(parent))
                            .anyMatch(other -> lineage.ancestorsThroughDown(List.of(lineage.placeOf(other)))
                                    .get(lineage.placeOf(parent)))) {
                        redundant.add(revision.id() + " names " + parent);
                    }
                }
            }

            assertThat(HistoryCheck.faults(revisions))
                    .allMatch(fault -> fault.kind() == Kind.REDUNDANT_PARENT)
                    .extracting(fault -> fault.revision().id() + " names "
                            + fault.revision().down().get(fault.index()))
                    .containsExactlyElementsOf(redundant);
        }
    }

    @Test
    void findsEveryFaultRuleByRule() {
        assertThatFaults(
                        revision("a b"),
                        revision("a", "gone").labelled("head"),
                        revision("b", "c").replacing("x y"),
                        revision("c", "b"))
                .extracting(HistoryFault::kind)
                .containsExactly(
                        Kind.MALFORMED_ID,
                        Kind.UNKNOWN_REVISION,
                        Kind.MALFORMED_LABEL,
                        Kind.BAD_REPLACEMENT,
                        Kind.CYCLE);
    }

    /** Returns a history without cycles, in which each revision has up to three parents. */
    private static List<RevisionInfo> random(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> revision(
                        "r" + i,
                        random.ints(3, 0, i + 2)
                                .filter(parent -> parent < i)
                                .distinct()
                                .mapToObj(parent -> "r" + parent)
                                .toArray(String[]::new)))
                .toList();
    }

    private static ListAssert<HistoryFault> assertThatFaults(RevisionInfo... revisions) {
        return assertThat(HistoryCheck.faults(List.of(revisions)));
    }
}
