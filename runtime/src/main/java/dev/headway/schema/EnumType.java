package dev.headway.schema;

import java.util.List;

/**
 * A type of a few texts, on databases where that is a type of its own.
 *
 * @param name its name
 * @param values the texts in order
 */
public record EnumType(String name, List<String> values) {
    /** Refuses a blank name. */
    public EnumType {
        Name.require("An enum", name);
        values = List.copyOf(values);
    }
}
