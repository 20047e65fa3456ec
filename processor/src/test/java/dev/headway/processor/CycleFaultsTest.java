package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;

class CycleFaultsTest {
    @Test
    void twoRevisionsThatNameEachOtherFormACycle() {
        compile("""
                        @Revision(down = «B.class»)
                        public class A extends NoOp {}
                        """, """
                        @Revision(down = A.class)
                        public class B extends NoOp {}
                        """)
                .failsWith("[Headway:CYCLE] Revisions form a cycle: app.A -> app.B -> app.A. None of them can"
                        + " ever be applied; remove one of these references.");
    }

    @Test
    void reportsWholeCycleAtItsFirstClassByName() {
        compile("""
                        @Revision(down = A.class)
                        public class B extends NoOp {}
                        """, """
                        @Revision
                        public class Start extends NoOp {}
                        """, """
                        @Revision(down = B.class)
                        public class C extends NoOp {}
                        """, """
                        @Revision(down = {Start.class, «C.class»})
                        public class A extends NoOp {}
                        """, """
                        @Revision(down = C.class)
                        public class End extends NoOp {}
                        """)
                .failsWith("[Headway:CYCLE] Revisions form a cycle: app.A -> app.C -> app.B -> app.A. None of them"
                        + " can ever be applied; remove one of these references.");
    }

    @Test
    void reportsCycleOfDependencies() {
        compile("""
                        @Revision(down = «B.class»)
                        public class A extends NoOp {}
                        """, """
                        @Revision(dependsOn = A.class)
                        public class B extends NoOp {}
                        """)
                .failsWith("[Headway:DEPENDENCY_CYCLE] Revisions form a cycle: app.A -> app.B -> (dependsOn) app.A."
                        + " None of them can ever be applied; remove one of these references.");
    }

    @Test
    void reportsEveryCycle() {
        compile("""
                        @Revision(down = «B.class»)
                        public class A extends NoOp {}
                        """, """
                        @Revision(down = A.class)
                        public class B extends NoOp {}
                        """, """
                        @Revision(dependsOn = «D.class»)
                        public class C extends NoOp {}
                        """, """
                        @Revision(dependsOn = C.class)
                        public class D extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:CYCLE] Revisions form a cycle: app.A -> app.B -> app.A. None of them can ever"
                                + " be applied; remove one of these references.",
                        "[Headway:DEPENDENCY_CYCLE] Revisions form a cycle: app.C -> (dependsOn) app.D -> (dependsOn) app.C."
                                + " None of them can ever be applied; remove one of these references.");
    }
}
