package dev.headway.processor;

import com.google.auto.common.MoreElements;
import dev.headway.graph.HistoryFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints findings, each once, at the annotation value at fault. */
final class Reporter {
    private final Messager messager;
    private final Elements elements;
    private final Set<Finding> printed = new HashSet<>();
    private boolean failed;

    Reporter(Messager messager, Elements elements) {
        this.messager = messager;
        this.elements = elements;
    }

    void print(List<Finding> findings) {
        findings.forEach(this::print);
    }

    private void print(Finding finding) {
        if (!printed.add(finding)) {
            return;
        }
        failed |= finding.severity() == Diagnostic.Kind.ERROR;
        String text = "[Headway:" + finding.code() + "] " + finding.text();
        TypeElement element = finding.type() == null ? null : elements.getTypeElement(finding.type());
        AnnotationMirror revision = element == null
                ? null
                : MoreElements.getAnnotationMirror(element, RevisionReader.ANNOTATION)
                        .orNull();
        if (revision == null) {
            messager.printMessage(finding.severity(), text);
            return;
        }
        AnnotationValue value = value(revision, finding);
        if (value == null) {
            messager.printMessage(finding.severity(), text, element, revision);
        } else {
            messager.printMessage(finding.severity(), text, element, revision, value);
        }
    }

    /** Returns whether an error was printed. */
    boolean failed() {
        return failed;
    }

    /** Returns the value at fault; null if the class doesn't specify it. */
    private static @Nullable AnnotationValue value(AnnotationMirror revision, Finding finding) {
        if (finding.attribute() == null) {
            return null;
        }
        for (ExecutableElement attribute : revision.getElementValues().keySet()) {
            if (attribute.getSimpleName().contentEquals(finding.attribute().javaName())) {
                return entry(revision.getElementValues().get(attribute), finding.index());
            }
        }
        return null;
    }

    /**
     * Returns the entry of an array. For an array with one entry, returns the array itself: javac has no position for an entry
     * without braces.
     */
    private static @Nullable AnnotationValue entry(@Nullable AnnotationValue value, int index) {
        return index != HistoryFault.WHOLE
                        && value != null
                        && value.getValue() instanceof List<?> entries
                        && entries.size() > 1
                ? (AnnotationValue) entries.get(index)
                : value;
    }
}
