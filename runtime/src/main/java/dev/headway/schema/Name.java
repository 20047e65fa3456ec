package dev.headway.schema;

/** What is asked of the names in a schema: any text will do that is not blank, since dialects quote. */
final class Name {
    private Name() {}

    static void require(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " needs a name");
        }
    }
}
