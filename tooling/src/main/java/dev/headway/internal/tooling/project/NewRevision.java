package dev.headway.internal.tooling.project;

import com.palantir.javapoet.CodeBlock;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision to write.
 *
 * @param id its id
 * @param message its message, in one line; the class is named after it
 * @param down its parents
 * @param dependsOn other revisions that it requires
 * @param branches its branch labels
 * @param replaces the revisions that it replaces
 * @param downgrade whether to write a downgrade method; otherwise the downgrade is derived
 * @param body the statements of its methods; null for a template
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
     * @param upgrade the statements of the upgrade
     * @param downgrade the statements of the downgrade
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

    /** Creates a revision with a template for its statements. */
    public NewRevision(
            String id,
            String message,
            List<RevisionInfo> down,
            List<RevisionInfo> dependsOn,
            List<String> branches,
            boolean downgrade) {
        this(id, message, down, dependsOn, branches, List.of(), downgrade, null);
    }

    /** Returns this revision with these statements. */
    public NewRevision doing(Body body) {
        return new NewRevision(id, message, down, dependsOn, branches, replaces, downgrade, body);
    }

    /** Returns this revision replacing these. */
    public NewRevision replacing(List<RevisionInfo> revisions) {
        return new NewRevision(id, message, down, dependsOn, branches, revisions, downgrade, body);
    }

    /** Returns the ids of the revisions that it replaces. */
    List<String> replacedIds() {
        return replaces.stream().map(RevisionInfo::id).toList();
    }

    boolean isMerge() {
        return down.size() > 1;
    }
}
