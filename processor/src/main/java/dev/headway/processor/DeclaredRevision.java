package dev.headway.processor;

import java.util.List;
import java.util.Optional;

/**
 * A class annotated with {@code @Revision}. It holds names, not elements, so that it can be used in later rounds.
 *
 * @param type the qualified name of the class
 * @param binaryName the name of its class file
 * @param id its id, explicit or not
 * @param down the types in {@code down}, which are classes unless the user made a mistake
 * @param dependsOn the types in {@code dependsOn}, likewise
 * @param branches its branch labels
 * @param message its message, explicit or not
 * @param replaces the ids that it replaces
 * @param transactional whether it runs in a transaction
 * @param database the name of its database
 * @param checksum the checksum of its body, if the compiler provides its source
 * @param flaws the reasons why the class can't be used as a migration
 */
record DeclaredRevision(
        String type,
        String binaryName,
        String id,
        List<String> down,
        List<String> dependsOn,
        List<String> branches,
        String message,
        List<String> replaces,
        boolean transactional,
        String database,
        Optional<String> checksum,
        List<Problem> flaws) {
    DeclaredRevision {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
        replaces = List.copyOf(replaces);
        flaws = List.copyOf(flaws);
    }

    /** Returns this revision with the checksum from its compilation. */
    DeclaredRevision withChecksum(Optional<String> checksum) {
        return new DeclaredRevision(
                type,
                binaryName,
                id,
                down,
                dependsOn,
                branches,
                message,
                replaces,
                transactional,
                database,
                checksum,
                flaws);
    }
}
