package dev.headway.project;

import com.palantir.javapoet.CodeBlock;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be written.
 *
 * @param id its id
 * @param message what it does, in one line; its class is named after it
 * @param down its parents
 * @param dependsOn what must be applied first
 * @param branches its branch labels
 * @param downgrade whether to write a method for the downgrade, which else is derived
 * @param body what its methods do; null if somebody is to write that
 */
public record NewRevision(
        String id,
        String message,
        List<RevisionInfo> down,
        List<RevisionInfo> dependsOn,
        List<String> branches,
        boolean downgrade,
        @Nullable Body body) {
    /**
     * The statements of its methods.
     *
     * @param upgrade those that upgrade
     * @param downgrade those that take that back
     */
    public record Body(CodeBlock upgrade, CodeBlock downgrade) {}

    /** Copies the lists, and puts the message into one line. */
    public NewRevision {
        message = message.replaceAll("\\s+", " ").strip();
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
    }

    /** A revision of which somebody is to write what it does. */
    public NewRevision(
            String id,
            String message,
            List<RevisionInfo> down,
            List<RevisionInfo> dependsOn,
            List<String> branches,
            boolean downgrade) {
        this(id, message, down, dependsOn, branches, downgrade, null);
    }

    /** Returns this revision doing this. */
    public NewRevision doing(Body body) {
        return new NewRevision(id, message, down, dependsOn, branches, downgrade, body);
    }

    boolean isMerge() {
        return down.size() > 1;
    }
}
