package dev.headway.database;

import java.util.List;
import java.util.Set;

/**
 * Which statements Headway may execute again if a process died while it executed them. Headway repeats a statement unasked only
 * if a second execution has no further effect, or if the database refuses it because of an existing or missing name. It asks
 * the user about all other statements.
 *
 * @since 0.1
 */
public interface RepeatRules {
    /** The defaults. */
    RepeatRules STANDARD = new RepeatRules() {};

    /**
     * Returns the first words of statements that have no further effect if they are executed again. Default: privileges,
     * comments, maintenance and settings of the session. {@code TRUNCATE} is missing: rows may have been inserted in between.
     */
    default Set<String> harmless() {
        return Set.of(
                "COMMENT",
                "GRANT",
                "REVOKE",
                "ANALYZE",
                "VACUUM",
                "REINDEX",
                "CLUSTER",
                "REFRESH",
                "OPTIMIZE",
                "SET",
                "USE",
                "PRAGMA");
    }

    /**
     * Returns the beginnings of changes in {@code ALTER TABLE} that have no further effect if they are executed again. Default:
     * the validation of a constraint, the owner, triggers and row security of PostgreSQL's syntax, and storage options of
     * MySQL's.
     */
    default List<String> harmlessChanges() {
        return List.of(
                "VALIDATE CONSTRAINT",
                "OWNER TO",
                "ENABLE",
                "DISABLE",
                "FORCE",
                "NO FORCE",
                "ENGINE",
                "CONVERT TO",
                "ROW_FORMAT",
                "COMMENT");
    }

    /**
     * Returns whether the database executes a statement with several changes completely or not at all, even if it crashes.
     * Otherwise an answer about one change proves nothing about the others. Default: true.
     */
    default boolean executesWholeStatement() {
        return true;
    }
}
