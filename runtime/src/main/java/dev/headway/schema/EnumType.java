package dev.headway.schema;

import java.util.List;

/**
 * An enum type, on databases that have enum types.
 *
 * @param name its name
 * @param values its values in order
 * @since 0.1
 */
public record EnumType(String name, List<String> values) {
    /** Refuses a blank name. */
    public EnumType {
        Name.require("An enum", name);
        values = List.copyOf(values);
    }
}
