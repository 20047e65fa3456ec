package dev.headway.processor;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Gathers the revisions that rounds bring: from sources, from the output folder, and from other jars. */
final class Collector {
    private final Elements elements;
    private final RevisionReader reader;
    private final OutputFolder output;
    private final Revisions revisions;
    private final Set<String> unready = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean begun;
    private boolean changed;

    /** Adds what it finds to {@code revisions}. */
    Collector(Elements elements, RevisionReader reader, OutputFolder output, Revisions revisions) {
        this.elements = elements;
        this.reader = reader;
        this.output = output;
        this.revisions = revisions;
    }

    /** Collects what this round brings; returns the classes of this module's revisions that were not known before. */
    Collection<String> collect(RoundEnvironment round) throws IOException {
        Set<String> known = new HashSet<>();
        revisions.own().forEach(declared -> known.add(declared.type()));
        Set<String> inSources = fromSources(round);
        if (!begun) {
            begun = true;
            fromOutputFolder(inSources);
        }
        postponeWhatNeedsUnready();
        fromReferences();
        List<String> brought = new ArrayList<>();
        revisions.own().forEach(declared -> brought.add(declared.type()));
        brought.removeAll(known);
        return brought;
    }

    /** Returns what is wrong with what was found so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Returns whether anything differs from what the output folder says. */
    boolean changed() {
        return changed;
    }

    /**
     * Returns whether a revision could not be read yet, because it names a class that cannot be resolved. If no round is left
     * to generate that class, the compiler says that it is missing.
     */
    boolean waits() {
        return !unready.isEmpty();
    }

    /** Reads the annotated classes of the round, and those of earlier rounds that could not be read then. */
    private Set<String> fromSources(RoundEnvironment round) {
        Set<String> names = new LinkedHashSet<>(unready);
        for (Element element : round.getElementsAnnotatedWith(annotation())) {
            names.add(((TypeElement) element).getQualifiedName().toString());
        }
        unready.clear();
        for (String name : names) {
            changed = true;
            TypeElement element = elements.getTypeElement(name);
            Optional<Declared> declared = reader.isReady(element) ? reader.read(element) : Optional.empty();
            declared.ifPresentOrElse(revisions::addFromSource, () -> unready.add(name));
        }
        return names;
    }

    private TypeElement annotation() {
        return elements.getTypeElement(RevisionReader.ANNOTATION);
    }

    /** Reads the revisions that were compiled earlier, and are not among the sources now. */
    private void fromOutputFolder(Set<String> inSources) throws IOException {
        for (String line : output.read(OutputFolder.REVISIONS)) {
            OutputFolder.Compiled compiled = OutputFolder.Compiled.read(line);
            String type = compiled.type();
            if (inSources.contains(type)) {
                continue;
            }
            TypeElement element = elements.getTypeElement(type);
            if (!output.hasClass(compiled.binaryName()) || (element != null && !RevisionReader.isRevision(element))) {
                changed = true;
            } else if (element == null) {
                findings.add(Finding.error(Problem.HIDDEN, null, type));
            } else {
                readCompiled(element, Problem.GONE)
                        .map(declared -> declared.checked(compiled.checksum()))
                        .ifPresent(revisions::addOwn);
            }
        }
    }

    /** Lets revisions wait for those that they refer to. */
    private void postponeWhatNeedsUnready() {
        boolean again = !unready.isEmpty();
        while (again) {
            again = false;
            for (Declared declared : List.copyOf(revisions.own())) {
                if (!Collections.disjoint(unready, declared.down())
                        || !Collections.disjoint(unready, declared.dependsOn())) {
                    revisions.removeOwn(declared);
                    again |= unready.add(declared.type());
                }
            }
        }
    }

    /** Follows references out of the sources, to revisions compiled earlier and to those of other jars. */
    private void fromReferences() {
        Deque<Declared> pending = new ArrayDeque<>(revisions.own());
        while (!pending.isEmpty()) {
            Declared declared = pending.remove();
            for (List<String> references : List.of(declared.down(), declared.dependsOn())) {
                for (String reference : references) {
                    if (!revisions.has(reference)) {
                        follow(reference).ifPresent(pending::add);
                    }
                }
            }
        }
    }

    private Optional<Declared> follow(String reference) {
        TypeElement element = elements.getTypeElement(reference);
        if (element == null || !RevisionReader.isRevision(element)) {
            return Optional.empty();
        }
        boolean own = output.hasClass(elements.getBinaryName(element).toString());
        Optional<Declared> declared = readCompiled(element, own ? Problem.GONE : Problem.JAR_MISSING);
        declared.ifPresent(own ? revisions::addOwn : revisions::addForeign);
        return declared;
    }

    /** Reads a class file, of which the compiler does not say that it names what is gone. */
    private Optional<Declared> readCompiled(TypeElement element, Problem ifNot) {
        Optional<Declared> declared = reader.read(element);
        if (declared.isEmpty()) {
            String type = element.getQualifiedName().toString();
            findings.add(Finding.error(ifNot, type, type));
        }
        return declared;
    }
}
