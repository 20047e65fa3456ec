package dev.headway.error;

import java.util.List;

/** {@code head} was specified, but the history has several heads. */
public final class MultipleHeadsException extends HeadwayException {
    private final List<String> heads;

    /**
     * Lists the {@code heads}, and the alternatives: all of them, one of them, or a merge.
     *
     * @param identifier the identifier, such as {@code ledger@head}
     */
    public MultipleHeadsException(String identifier, List<String> heads) {
        super("Multiple head revisions are present: " + String.join(", ", heads) + ". Use '" + identifier
                + "s' for all of them, name one by its id, or join them with a merge: a revision whose"
                + " 'down' names each head's class (headway merge " + identifier + "s -m \"…\" writes it).");
        this.heads = List.copyOf(heads);
    }

    /** Returns the ids of the heads. */
    public List<String> heads() {
        return heads;
    }
}
