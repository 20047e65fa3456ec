package dev.headway.internal.tooling.project;

import dev.headway.error.CommandException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes the classes that revisions come after in their source files, and nothing else.
 *
 * @param known the qualified names of all revisions
 * @param replaced the revisions that are replaced
 * @param packageName the package of the revision that replaces them
 * @param className its class
 */
record SuccessorRewriter(Set<String> known, Set<String> replaced, String packageName, String className) {

    /**
     * Returns the change of a source file.
     *
     * @param revisions the revisions in the file
     * @throws CommandException if none of them refers to a replaced revision by a class literal
     */
    FileChange change(Path file, Collection<RevisionDeclaration> revisions) {
        List<ClassReference> references = revisions.stream()
                .filter(revision -> !replaced.contains(revision.type()))
                .flatMap(revision -> Stream.concat(revision.down().stream(), revision.dependsOn().stream()))
                .filter(this::isReplaced)
                .sorted(Comparator.comparing(ClassReference::start).reversed())
                .toList();
        if (references.isEmpty()) {
            throw new CommandException(file + " comes after a revision that is replaced, but does not refer to it by a"
                    + " class literal. Nothing was written. Write a plain class literal there.");
        }
        String before = SourceText.toChange(file);
        StringBuilder after = new StringBuilder(before);
        String literal = literalIn(revisions.iterator().next().packageName());
        references.forEach(reference -> after.replace(reference.start(), reference.end(), literal));
        return new FileChange(file, before, after.toString());
    }

    private boolean isReplaced(ClassReference reference) {
        return reference.candidates().stream()
                .filter(known::contains)
                .findFirst()
                .filter(replaced::contains)
                .isPresent();
    }

    private String literalIn(String otherPackage) {
        boolean isSimple = packageName.isEmpty() || packageName.equals(otherPackage);
        return (isSimple ? className : packageName + "." + className) + ".class";
    }
}
