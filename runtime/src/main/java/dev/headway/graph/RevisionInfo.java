package dev.headway.graph;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a history knows of one revision: names only, no class, so that it can be held for revisions that never run.
 *
 * @param id the name of the revision in the database
 * @param down the ids of its parents; empty for a base
 * @param dependsOn the ids of revisions that must be applied first without being parents
 * @param branches its own branch labels, without those that it inherits
 * @param message what it does, in one line
 * @param replaces the ids of squashed revisions that it stands for
 * @param transactional whether it runs in a transaction
 * @param type the qualified name of the class that declares it; its id where there is none
 * @param checksum tells whether what that class does was changed; nothing where the compiler did not show its source
 * @param database the name of the database that it is for; empty for that without a name
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

    /** Copies the lists and refuses nulls. Whether the names make sense is for {@link HistoryCheck} to say. */
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

    /** A transactional revision that replaces none and is declared by no class. */
    public RevisionInfo(String id, List<String> down, List<String> dependsOn, List<String> branches, String message) {
        this(id, down, dependsOn, branches, message, List.of(), true, id, Optional.empty(), "");
    }

    /** Returns a base that is transactional, replaces none and is declared by no class. */
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
    public RevisionInfo checkedBy(String digest) {
        return new RevisionInfo(
                id, down, dependsOn, branches, message, replaces, transactional, type, Optional.of(digest), database);
    }

    /** Returns this revision as one that stands for the squashed revisions with these ids. */
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

    /** Returns the id, with the class that declares it where there is one: for messages. */
    public String describe() {
        return type.equals(id) ? id : id + " (" + type + ")";
    }
}
