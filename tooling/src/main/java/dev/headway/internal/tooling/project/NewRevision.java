package dev.headway.internal.tooling.project;

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
 * @param replaces what it stands for
 * @param downgrade whether to write a method for the downgrade, which else is derived
 * @param body what its methods do; null if somebody is to write that
 */
public record NewRevision(
        String id,
        String message,
        List<RevisionInfo> down,
        List<RevisionInfo> dependsOn,
        List<String> branches,
        List<RevisionInfo> replaces,
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
        replaces = List.copyOf(replaces);
    }

    /** A revision of which somebody is to write what it does. */
    public NewRevision(
            String id,
            String message,
            List<RevisionInfo> down,
            List<RevisionInfo> dependsOn,
            List<String> branches,
            boolean downgrade) {
        this(id, message, down, dependsOn, branches, List.of(), downgrade, null);
    }

    /** Returns this revision doing this. */
    public NewRevision doing(Body body) {
        return new NewRevision(id, message, down, dependsOn, branches, replaces, downgrade, body);
    }

    /** Returns this revision standing for these. */
    public NewRevision replacing(List<RevisionInfo> revisions) {
        return new NewRevision(id, message, down, dependsOn, branches, revisions, downgrade, body);
    }

    /** Returns the ids of what it stands for. */
    List<String> replacedIds() {
        return replaces.stream().map(RevisionInfo::id).toList();
    }

    boolean isMerge() {
        return down.size() > 1;
    }
}
