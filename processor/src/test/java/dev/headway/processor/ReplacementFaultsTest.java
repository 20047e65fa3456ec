package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReplacementFaultsTest {
    @Test
    void refusesRequirementOfReplacedRevision() {
        compile("""
                        @Revision(id = "1975ea83b712")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(id = "27c6a30d7c24", down = «CreateUser.class»)
                        public class AddPhone extends NoOp {}
                        """, """
                        @Revision(id = "ae1027a6acf0", replaces = "1975ea83b712")
                        public class Squashed extends NoOp {}
                        """)
                .failsWith("[Headway:BAD_REPLACEMENT] 27c6a30d7c24 (app.AddPhone) comes after '1975ea83b712', which"
                        + " ae1027a6acf0 (app.Squashed) replaces. Name that one instead.");
    }

    @Test
    void aSquashDoesNotComeAfterWhatItReplaces() {
        compile("""
                        @Revision(id = "1975ea83b712")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(id = "ae1027a6acf0", down = «CreateUser.class», replaces = {"a1", "1975ea83b712"})
                        public class Squashed extends NoOp {}
                        """)
                .failsWith("[Headway:BAD_REPLACEMENT] ae1027a6acf0 (app.Squashed) comes after '1975ea83b712', which it"
                        + " replaces. Give it the parents of the first revision that it replaces.");
    }

    @Test
    void replacedRevisionsMayStay() {
        compile("""
                        @Revision(id = "1975ea83b712", branch = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(id = "27c6a30d7c24", down = CreateUser.class)
                        public class AddPhone extends NoOp {}
                        """, """
                        @Revision(id = "ae1027a6acf0", branch = "users", replaces = {"1975ea83b712", "27c6a30d7c24"})
                        public class Squashed extends NoOp {}
                        """).succeeds();
    }

    @Test
    void aRevisionDoesNotReplaceItself() {
        compile("""
                @Revision(id = "1975ea83b712", replaces = «"1975ea83b712"»)
                public class Squashed extends NoOp {}
                """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] 1975ea83b712 (app.Squashed) replaces itself. Give it an id of its own.");
    }

    @Test
    void anIdIsReplacedOnce() {
        compile("""
                        @Revision(id = "1975ea83b712", replaces = "a1")
                        public class Squashed extends NoOp {}
                        """, """
                        @Revision(id = "ae1027a6acf0", down = Squashed.class, replaces = «"a1"»)
                        public class SquashedToo extends NoOp {}
                        """)
                .failsWith("[Headway:BAD_REPLACEMENT] 'a1' is replaced twice: by 1975ea83b712 (app.Squashed) and by"
                        + " ae1027a6acf0 (app.SquashedToo). Remove it from one of them.");
    }

    @Test
    void refusesMalformedReplacedId() {
        compile("""
                @Revision(id = "1975ea83b712", replaces = {"a1", «"a 2"»})
                public class Squashed extends NoOp {}
                """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] 1975ea83b712 (app.Squashed) replaces 'a 2', which is malformed: an id"
                                + " is 1 to 64 of A-Z a-z 0-9 _ ..");
    }

    @Test
    void refusesSquashesThatReplaceEachOther() {
        compile("""
                        @Revision(id = "p", replaces = {"a1", «"q"»})
                        public class P extends NoOp {}
                        """, """
                        @Revision(id = "q", replaces = "p")
                        public class Q extends NoOp {}
                        """)
                .failsWith("[Headway:BAD_REPLACEMENT] Revisions replace each other in a cycle: app.P -> app.Q -> app.P."
                        + " None of them can ever be applied; remove one of these ids from 'replaces'.");
    }

    @Test
    void refusesLongerCycleOfReplacements() {
        compile("""
                        @Revision(id = "p", replaces = «"q"»)
                        public class P extends NoOp {}
                        """, """
                        @Revision(id = "q", replaces = "r")
                        public class Q extends NoOp {}
                        """, """
                        @Revision(id = "r", replaces = {"b1", "p"})
                        public class R extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] Revisions replace each other in a cycle: app.P -> app.Q -> app.R ->"
                                + " app.P. None of them can ever be applied; remove one of these ids from 'replaces'.");
    }

    @Test
    void refusesSquashThatReplacesItsOwnDescendant() {
        compile("""
                        @Revision(id = "p", replaces = {"a1", «"z"»})
                        public class P extends NoOp {}
                        """, """
                        @Revision(id = "y", down = P.class)
                        public class Y extends NoOp {}
                        """, """
                        @Revision(id = "z", down = Y.class)
                        public class Z extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] The requirements of p (app.P) and of the revisions that it replaces"
                                + " form a cycle: app.P -> app.Y -> app.P. Replace only revisions that follow each other, with none"
                                + " in between that stays, and give the revision the parents of the first of them.");
    }

    @Test
    void refusesReplacedRevisionThatFollowsItsOwnSquash() {
        compile("""
                        @Revision(id = "p", replaces = {"a1", "z"})
                        public class P extends NoOp {}
                        """, """
                        @Revision(id = "z", down = «P.class»)
                        public class Z extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] z (app.Z) comes after p (app.P), which replaces it, so it can never"
                                + " be applied. Remove it from the 'replaces' of p, or name the revision that it follows.");
    }

    @Test
    void refusesReplacedRevisionThatDependsOnASquashOfItsSquash() {
        compile("""
                        @Revision(id = "p", replaces = {"a1", "z"})
                        public class P extends NoOp {}
                        """, """
                        @Revision(id = "q", replaces = "p")
                        public class Q extends NoOp {}
                        """, """
                        @Revision(id = "z", dependsOn = «Q.class»)
                        public class Z extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] z (app.Z) comes after q (app.Q), which replaces it, so it can never"
                                + " be applied. Remove it from the 'replaces' of q, or name the revision that it follows.");
    }

    @Test
    void nestedSquashesMayFollowEachOther() {
        compile("""
                        @Revision(id = "a")
                        public class A extends NoOp {}
                        """, """
                        @Revision(id = "b", down = A.class)
                        public class B extends NoOp {}
                        """, """
                        @Revision(id = "p1", replaces = {"a", "b"})
                        public class P1 extends NoOp {}
                        """, """
                        @Revision(id = "c", down = P1.class)
                        public class C extends NoOp {}
                        """, """
                        @Revision(id = "p2", replaces = {"p1", "c"})
                        public class P2 extends NoOp {}
                        """, """
                        @Revision(id = "d", down = P2.class)
                        public class D extends NoOp {}
                        """).succeeds();
    }

    @Test
    void aSquashMayContainAMergeAndDependencies() {
        compile("""
                        @Revision(id = "a", branch = "left")
                        public class A extends NoOp {}
                        """, """
                        @Revision(id = "x", branch = "right")
                        public class X extends NoOp {}
                        """, """
                        @Revision(id = "b", down = A.class, dependsOn = X.class)
                        public class B extends NoOp {}
                        """, """
                        @Revision(id = "c", down = A.class)
                        public class C extends NoOp {}
                        """, """
                        @Revision(id = "m", down = {B.class, C.class})
                        public class M extends NoOp {}
                        """, """
                        @Revision(id = "p", branch = "left", dependsOn = X.class, replaces = {"a", "b", "c", "m"})
                        public class P extends NoOp {}
                        """).succeeds();
    }

    @Test
    void refusesRepeatedReplacedId() {
        compile("""
                        @Revision(id = "p", replaces = {"a1", «"a1"»})
                        public class P extends NoOp {}
                        """).failsWith("[Headway:BAD_REPLACEMENT] p (app.P) replaces 'a1' twice. Name it once.");
    }

    @Test
    void someReplacedClassesMayBeDeleted() {
        compile("""
                        @Revision(id = "a")
                        public class A extends NoOp {}
                        """, """
                        @Revision(id = "c")
                        public class C extends NoOp {}
                        """, """
                        @Revision(id = "p", replaces = {"a", "b", "c"})
                        public class P extends NoOp {}
                        """, """
                        @Revision(id = "d", down = P.class)
                        public class D extends NoOp {}
                        """).succeeds();
    }
}
