package dev.headway.internal.engine.step;

import java.util.HashSet;
import java.util.Set;

/**
 * The names that a statement creates and removes, change by change. A second execution can only succeed if all names that the
 * first one required are there again, and no name that it created is in the way.
 */
final class NameEffects {
    private final Set<String> required = new HashSet<>();
    private final Set<String> free = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private boolean conditional;

    /** The change creates a name, or is refused because it exists. */
    void add(String name) {
        if (!present.contains(name) && !absent.contains(name)) {
            free.add(name);
        }
        create(name);
    }

    /** The change removes a name, or is refused because it is missing. */
    void drop(String name) {
        if (!present.contains(name) && !absent.contains(name)) {
            required.add(name);
        }
        remove(name);
    }

    /** The change creates a name if it is missing. */
    void addIfMissing(String name) {
        conditional = true;
        create(name);
    }

    /** The change removes a name if it exists. */
    void dropIfExists(String name) {
        conditional = true;
        remove(name);
    }

    void rename(String from, String to) {
        drop(from);
        add(to);
    }

    private void create(String name) {
        absent.remove(name);
        present.add(name);
    }

    private void remove(String name) {
        present.remove(name);
        absent.add(name);
    }

    /** Returns whether the database refuses a second execution. */
    boolean refuseSecond() {
        return required.stream().anyMatch(absent::contains) || free.stream().anyMatch(present::contains);
    }

    /** Returns whether the statement requires nothing, so that a second execution has no further effect. */
    boolean isConditional() {
        return conditional && required.isEmpty() && free.isEmpty();
    }

    /** Returns whether there are no names. */
    boolean isEmpty() {
        return present.isEmpty() && absent.isEmpty();
    }
}
