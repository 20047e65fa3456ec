package dev.headway.schema;

import java.util.Objects;

/**
 * A view.
 *
 * @param name its name
 * @param query what it shows, in the SQL of the database
 */
public record View(String name, String query) {
    /** Refuses a blank name. */
    public View {
        Name.require("A view", name);
        Objects.requireNonNull(query, "query");
    }
}
