package dev.headway.schema;

/** What is asked of the names in a schema: any text will do that is not blank, since dialects quote. */
public final class Name {
    private Name() {}

    /**
     * Refuses a blank name of {@code what}, as in "A table".
     *
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public static void require(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " needs a name");
        }
    }
}
