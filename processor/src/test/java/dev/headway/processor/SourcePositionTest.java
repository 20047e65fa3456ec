package dev.headway.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the other tests say with marks, once in numbers: file, line and column as a terminal shows them. */
class SourcePositionTest {
    private static final JavaFileObject LOOP = JavaFileObjects.forSourceString("app.Loop", """
            package app;

            import dev.headway.Revision;
            import dev.headway.processor.NoOp;

            public class Loop {
                @Revision
                public static class Start extends NoOp {}

                @Revision(id = "a", down = {Start.class, B.class})
                public static class A extends NoOp {}

                @Revision(id = "b", down = A.class)
                public static class B extends NoOp {}
            }
            """);

    @Test
    void marksTheEntryAtFault() {
        Compilation compilation =
                Compiler.javac().withProcessors(new RevisionProcessor()).compile(LOOP);

        assertThat(compilation)
                .hadErrorContaining(
                        "[Headway:CYCLE] Revisions form a cycle: app.Loop.A -> app.Loop.B -> app.Loop.A. None of"
                                + " them can ever be applied; remove one of these references.")
                .inFile(LOOP)
                .onLine(10)
                .atColumn(47);
        assertThat(compilation).hadErrorCount(1);
    }
}
