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

/** Collects the revisions of each round from sources, from the output folder and from other jars. */
final class Collector {
    private final Elements elements;
    private final RevisionReader reader;
    private final OutputFolder output;
    private final Revisions revisions;
    private final Set<String> unready = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean started;
    private boolean changed;

    /** Adds the revisions that it finds to {@code revisions}. */
    Collector(Elements elements, RevisionReader reader, OutputFolder output, Revisions revisions) {
        this.elements = elements;
        this.reader = reader;
        this.output = output;
        this.revisions = revisions;
    }

    /** Collects the revisions of a round; returns the classes of this module's revisions that were unknown before. */
    Collection<String> collect(RoundEnvironment round) throws IOException {
        Set<String> known = new HashSet<>();
        revisions.own().forEach(declared -> known.add(declared.type()));
        Set<String> inSources = fromSources(round);
        if (!started) {
            started = true;
            fromOutputFolder(inSources);
        }
        postponeDependentsOfUnready();
        fromReferences();
        List<String> added = new ArrayList<>();
        revisions.own().forEach(declared -> added.add(declared.type()));
        added.removeAll(known);
        return added;
    }

    /** Returns the errors so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Returns whether anything differs from the output folder. */
    boolean changed() {
        return changed;
    }

    /**
     * Returns whether a revision couldn't be read yet, because it names a class that can't be resolved. If no later round
     * generates that class, the compiler reports it as missing.
     */
    boolean isWaiting() {
        return !unready.isEmpty();
    }

    /** Reads the annotated classes of this round, and those that earlier rounds couldn't read. */
    private Set<String> fromSources(RoundEnvironment round) {
        Set<String> names = new LinkedHashSet<>(unready);
        for (Element element : round.getElementsAnnotatedWith(annotation())) {
            names.add(((TypeElement) element).getQualifiedName().toString());
        }
        unready.clear();
        for (String name : names) {
            changed = true;
            TypeElement element = elements.getTypeElement(name);
            Optional<DeclaredRevision> declared = reader.isReady(element) ? reader.read(element) : Optional.empty();
            declared.ifPresentOrElse(revisions::addFromSource, () -> unready.add(name));
        }
        return names;
    }

    private TypeElement annotation() {
        return elements.getTypeElement(RevisionReader.ANNOTATION);
    }

    /** Reads the revisions that were compiled earlier and are not among the sources. */
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
                        .map(declared -> declared.withChecksum(compiled.checksum()))
                        .ifPresent(revisions::addOwn);
            }
        }
    }

    /** Postpones revisions that refer to postponed ones. */
    private void postponeDependentsOfUnready() {
        boolean again = !unready.isEmpty();
        while (again) {
            again = false;
            for (DeclaredRevision declared : List.copyOf(revisions.own())) {
                if (!Collections.disjoint(unready, declared.down())
                        || !Collections.disjoint(unready, declared.dependsOn())) {
                    revisions.removeOwn(declared);
                    again |= unready.add(declared.type());
                }
            }
        }
    }

    /** Reads the revisions outside the sources that others refer to: compiled earlier, or in other jars. */
    private void fromReferences() {
        Deque<DeclaredRevision> pending = new ArrayDeque<>(revisions.own());
        while (!pending.isEmpty()) {
            DeclaredRevision declared = pending.remove();
            for (List<String> references : List.of(declared.down(), declared.dependsOn())) {
                for (String reference : references) {
                    if (!revisions.has(reference)) {
                        follow(reference).ifPresent(pending::add);
                    }
                }
            }
        }
    }

    private Optional<DeclaredRevision> follow(String reference) {
        TypeElement element = elements.getTypeElement(reference);
        if (element == null || !RevisionReader.isRevision(element)) {
            return Optional.empty();
        }
        boolean own = output.hasClass(elements.getBinaryName(element).toString());
        Optional<DeclaredRevision> declared = readCompiled(element, own ? Problem.GONE : Problem.JAR_MISSING);
        declared.ifPresent(own ? revisions::addOwn : revisions::addForeign);
        return declared;
    }

    /** Reads a class file. The compiler doesn't report missing classes that it refers to. */
    private Optional<DeclaredRevision> readCompiled(TypeElement element, Problem otherwise) {
        Optional<DeclaredRevision> declared = reader.read(element);
        if (declared.isEmpty()) {
            String type = element.getQualifiedName().toString();
            findings.add(Finding.error(otherwise, type, type));
        }
        return declared;
    }
}
