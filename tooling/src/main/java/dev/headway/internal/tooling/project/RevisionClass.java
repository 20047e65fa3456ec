package dev.headway.internal.tooling.project;

import java.nio.file.Path;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The class of a new revision.
 *
 * @param packageName its package; empty for the unnamed one
 * @param name its simple name
 */
record RevisionClass(String packageName, String name) {
    private static final Set<String> IMPORTED = Set.of("Migration", "Operations", "Revision");

    /** Names a class after the message of its revision, or after the id if the message gives no name. */
    static RevisionClass of(NewRevision revision, String packageName) {
        return new RevisionClass(packageName, name(revision));
    }

    private static String name(NewRevision revision) {
        String named = ClassWords.className(revision.message());
        if (SourceVersion.isName(named) && !isTaken(named)) {
            return named;
        }
        String byId = ClassWords.className(revision.id());
        return byId.startsWith("Revision") ? byId : "Revision" + byId;
    }

    /** A class hides classes of java.lang within its package, and classes that the new revision imports. */
    private static boolean isTaken(String name) {
        try {
            return IMPORTED.contains(name)
                    || Class.forName("java.lang." + name).getSimpleName().equals(name);
        } catch (ClassNotFoundException | NoClassDefFoundError free) {
            return false;
        }
    }

    Path fileIn(Path sources) {
        Path folder = packageName.isEmpty() ? sources : sources.resolve(packageName.replace('.', '/'));
        return folder.resolve(name + ".java");
    }
}
