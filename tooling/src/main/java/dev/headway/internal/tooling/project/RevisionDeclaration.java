package dev.headway.internal.tooling.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A class with {@code @Revision}, as it is written.
 *
 * @param type its qualified name
 * @param packageName its package
 * @param id the id
 * @param down the parents
 * @param dependsOn the other revisions that it requires
 * @param branches its branch labels
 * @param message the message
 * @param replaces the ids that it replaces
 * @param database the database that it is for
 * @param file the source file
 */
record RevisionDeclaration(
        String type,
        String packageName,
        String id,
        List<ClassReference> down,
        List<ClassReference> dependsOn,
        List<String> branches,
        String message,
        List<String> replaces,
        String database,
        Path file) {}
