package dev.headway.graph;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A revision of a history. It has the name of its class, not the class, so that revisions that never run cost little.
 *
 * @param id its id, by which the database knows it
 * @param down the ids of its parents; empty for a base
 * @param dependsOn the ids of revisions that must be applied first, but are not parents
 * @param branches its own branch labels, without inherited ones
 * @param message a description in one line
 * @param replaces the ids of the revisions that it replaces
 * @param transactional whether it runs in a transaction
 * @param type the qualified name of the class that declares it; its id without a class
 * @param checksum a digest of the body of its class, to detect changes; empty if the compiler didn't provide the source
 * @param database the name of its database; empty for the default database
 * @since 0.1
 */
public record RevisionInfo(
        String id,
        List<String> down,
        List<String> dependsOn,
        List<String> branches,
        String message,
        List<String> replaces,
        boolean transactional,
        String type,
        Optional<String> checksum,
        String database) {

    /** Copies the lists and refuses nulls. {@link HistoryCheck} checks the names. */
    public RevisionInfo {
        Objects.requireNonNull(id, "id");
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
        Objects.requireNonNull(message, "message");
        replaces = List.copyOf(replaces);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(checksum, "checksum");
        Objects.requireNonNull(database, "database");
    }

    /** Creates a transactional revision that replaces none and has no class. */
    public RevisionInfo(String id, List<String> down, List<String> dependsOn, List<String> branches, String message) {
        this(id, down, dependsOn, branches, message, List.of(), true, id, Optional.empty(), "");
    }

    /** Returns a transactional base that replaces none and has no class. */
    public static RevisionInfo of(String id, String message) {
        return new RevisionInfo(id, List.of(), List.of(), List.of(), message);
    }

    /** Returns this revision with these parents. */
    public RevisionInfo after(String... ids) {
        return new RevisionInfo(
                id, List.of(ids), dependsOn, branches, message, replaces, transactional, type, checksum, database);
    }

    /** Returns this revision with these dependencies. */
    public RevisionInfo dependingOn(String... ids) {
        return new RevisionInfo(
                id, down, List.of(ids), branches, message, replaces, transactional, type, checksum, database);
    }

    /** Returns this revision with these branch labels of its own. */
    public RevisionInfo labelled(String... labels) {
        return new RevisionInfo(
                id, down, dependsOn, List.of(labels), message, replaces, transactional, type, checksum, database);
    }

    /** Returns this revision as declared by the class named {@code type}. */
    public RevisionInfo declaredBy(String type) {
        return new RevisionInfo(
                id, down, dependsOn, branches, message, replaces, transactional, type, checksum, database);
    }

    /** Returns this revision with the checksum of its class. */
    public RevisionInfo withChecksum(String digest) {
        return new RevisionInfo(
                id, down, dependsOn, branches, message, replaces, transactional, type, Optional.of(digest), database);
    }

    /** Returns this revision as a replacement of the revisions with these ids. */
    public RevisionInfo replacing(String... ids) {
        return new RevisionInfo(
                id, down, dependsOn, branches, message, List.of(ids), transactional, type, checksum, database);
    }

    /** Returns this revision for the database with this name. */
    public RevisionInfo inDatabase(String name) {
        return new RevisionInfo(id, down, dependsOn, branches, message, replaces, transactional, type, checksum, name);
    }

    /** Returns this revision as one that runs outside a transaction. */
    public RevisionInfo outsideTransaction() {
        return new RevisionInfo(id, down, dependsOn, branches, message, replaces, false, type, checksum, database);
    }

    /** Returns the id and the class, if there is one, for messages. */
    public String describe() {
        return type.equals(id) ? id : id + " (" + type + ")";
    }
}
