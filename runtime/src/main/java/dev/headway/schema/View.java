package dev.headway.schema;

import java.util.Objects;

/**
 * A view.
 *
 * @param name its name
 * @param query its query, in the database's SQL
 * @since 0.1
 */
public record View(String name, String query) {
    /** Refuses a blank name. */
    public View {
        Name.require("A view", name);
        Objects.requireNonNull(query, "query");
    }
}
