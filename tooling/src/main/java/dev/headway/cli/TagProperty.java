package dev.headway.cli;

import org.jspecify.annotations.Nullable;

/** What {@code --tag} says, for migrations to read. */
final class TagProperty {
    private static final String PROPERTY = "headway.tag";

    private TagProperty() {}

    static void set(@Nullable String tag) {
        if (tag != null) {
            System.setProperty(PROPERTY, tag);
        }
    }
}
