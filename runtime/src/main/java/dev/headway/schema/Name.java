package dev.headway.schema;

/**
 * Checks names of objects in a schema. Every text is valid unless it is blank, since databases can quote it.
 *
 * @since 0.1
 */
public final class Name {
    private Name() {}

    /**
     * Refuses a blank name. {@code what} is the object for the message, such as "A table".
     *
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public static void require(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " needs a name");
        }
    }
}
