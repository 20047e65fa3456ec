package dev.headway.graph;

import java.util.List;

/**
 * The revisions of one module. The annotation processor generates an implementation, and {@link java.util.ServiceLoader} finds
 * it. Headway joins the registries of several jars into one history.
 *
 * @since 0.1
 */
public interface RevisionRegistry {

    /** Returns the revisions, sorted by class name. */
    List<RevisionInfo> revisions();

    /**
     * Creates the {@code dev.headway.Migration} of the revision at {@code index} of {@link #revisions()}. The return type is
     * {@code Object} because this package doesn't depend on that class.
     */
    Object newMigration(int index);
}
