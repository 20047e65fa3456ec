package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.assertj.core.api.AbstractStringAssert;

/** What the compiler said. */
final class Outcome {
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final List<SourcePosition> marks;

    /** Expects faults at {@code marks}. */
    Outcome(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics, List<SourcePosition> marks) {
        this.diagnostics = List.copyOf(diagnostics);
        this.marks = List.copyOf(marks);
    }

    /** There is no error, and no word from Headway. */
    Outcome succeeds() {
        assertThat(said(Diagnostic.Kind.ERROR)).as("errors among %s", texts()).isEmpty();
        assertThat(texts()).noneMatch(text -> text.contains("[Headway:"));
        return this;
    }

    /** These are all the errors: the first at the first mark, and so on; what has no mark stands nowhere. */
    void failsWith(String... messages) {
        assertThat(said(Diagnostic.Kind.ERROR)).containsExactlyInAnyOrderElementsOf(atMarks(messages));
        assertThat(linesByTheCompiler()).isEqualTo(linesByMarks(messages.length));
    }

    /** This is the only warning, and there is no error. */
    void warns(String message) {
        assertThat(said(Diagnostic.Kind.ERROR)).isEmpty();
        assertThat(said(Diagnostic.Kind.WARNING)).containsExactlyElementsOf(atMarks(message));
    }

    /** These are parts of all the errors, in this order; none is Headway's. */
    void failsInJavacWith(String... parts) {
        assertThat(texts()).noneMatch(text -> text.contains("[Headway:"));
        List<Said> errors = said(Diagnostic.Kind.ERROR);
        assertThat(errors).hasSameSizeAs(parts);
        for (int i = 0; i < parts.length; i++) {
            assertThat(errors.get(i).text()).contains(parts[i]);
        }
    }

    /** Returns the text of the only error, for closer looks. */
    AbstractStringAssert<?> onlyError() {
        assertThat(said(Diagnostic.Kind.ERROR)).hasSize(1);
        return assertThat(said(Diagnostic.Kind.ERROR).get(0).text());
    }

    /** Returns all that was said, errors or not. */
    List<String> texts() {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private List<Said> said(Diagnostic.Kind kind) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == kind)
                .map(diagnostic -> new Said(SourcePosition.of(diagnostic), diagnostic.getMessage(Locale.ROOT)))
                .toList();
    }

    private List<Said> atMarks(String... messages) {
        assertThat(marks).as("marks in the sources").hasSizeLessThanOrEqualTo(messages.length);
        List<Said> expected = new ArrayList<>();
        for (int i = 0; i < messages.length; i++) {
            expected.add(new Said(i < marks.size() ? marks.get(i) : SourcePosition.NOWHERE, messages[i]));
        }
        return expected;
    }

    /** Returns the lines that users see, which the compiler counts itself. */
    private List<Long> linesByTheCompiler() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> Math.max(0, diagnostic.getLineNumber()))
                .sorted()
                .toList();
    }

    private List<Long> linesByMarks(int messages) {
        List<Long> lines = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            lines.add(i < marks.size() ? marks.get(i).line() : 0);
        }
        return lines.stream().sorted().toList();
    }

    private record Said(SourcePosition place, String text) {}
}
