package dev.headway.project;

import dev.headway.graph.RevisionInfo;
import java.util.List;

/**
 * A revision to be written.
 *
 * @param id its id
 * @param message what it does, in one line; its class is named after it
 * @param down its parents
 * @param dependsOn what must be applied first
 * @param branches its branch labels
 * @param downgrade whether to write a method for the downgrade, which else is derived
 */
public record NewRevision(
        String id,
        String message,
        List<RevisionInfo> down,
        List<RevisionInfo> dependsOn,
        List<String> branches,
        boolean downgrade) {
    /** Copies the lists, and puts the message into one line. */
    public NewRevision {
        message = message.replaceAll("\\s+", " ").strip();
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
    }

    boolean isMerge() {
        return down.size() > 1;
    }
}
