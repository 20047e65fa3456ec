package dev.headway.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A class with {@code @Revision}, as it is written.
 *
 * @param type its qualified name
 * @param id the id
 * @param down for each parent, the qualified names that its class may have, the likeliest first
 * @param dependsOn likewise
 * @param branches its branch labels
 * @param message the message
 * @param replaces the ids that it replaces
 * @param database the database that it is for
 * @param file where it is
 */
record SourceClass(
        String type,
        String id,
        List<List<String>> down,
        List<List<String>> dependsOn,
        List<String> branches,
        String message,
        List<String> replaces,
        String database,
        Path file) {}
