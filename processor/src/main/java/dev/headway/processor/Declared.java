package dev.headway.processor;

import java.util.List;
import java.util.Optional;

/**
 * A class annotated with {@code @Revision}, as names: it outlives the round in which it was read.
 *
 * @param type the qualified name of the class
 * @param binaryName the name of its class file
 * @param id its id, explicit or not
 * @param down what {@code down} names: classes, or other types by mistake
 * @param dependsOn what {@code dependsOn} names, likewise
 * @param branches its branch labels
 * @param message its message, explicit or not
 * @param replaces the ids that it replaces
 * @param transactional whether it runs in a transaction
 * @param database the name of the database that it is for
 * @param checksum of its body, where the compiler shows its source
 * @param flaws what keeps the class from being a migration
 */
record Declared(
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
    Declared {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
        replaces = List.copyOf(replaces);
        flaws = List.copyOf(flaws);
    }

    /** Returns it with the checksum that it had when it was compiled. */
    Declared checked(Optional<String> checksum) {
        return new Declared(
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
