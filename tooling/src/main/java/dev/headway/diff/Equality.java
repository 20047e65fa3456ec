package dev.headway.diff;

import dev.headway.op.Database;
import dev.headway.op.Spelling;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;

/**
 * Which constraints and indexes of a table are which of another reading.
 *
 * @param spelling how the database that was read spells things
 * @param strictNames whether names count that somebody chose
 */
record Equality(Spelling spelling, boolean strictNames) {

    Database database() {
        return spelling.database();
    }

    boolean sameName(Constraint one, Constraint other) {
        return one.name() != null && one.name().equals(other.name());
    }

    boolean sameName(Index one, Index other) {
        return one.name().equals(other.name());
    }

    boolean equal(Constraint one, Constraint other) {
        return one.named(null).equals(other.named(null));
    }

    boolean equal(Index one, Index other) {
        return unnamed(one).equals(unnamed(other));
    }

    /** Returns whether somebody chose other names for constraints that are equal, and that counts. */
    boolean isRenamed(String table, Constraint one, Constraint other) {
        return strictNames
                && !sameName(one, other)
                && !GeneratedNames.isGenerated(database(), table, one)
                && !GeneratedNames.isGenerated(database(), table, other);
    }

    /** Returns whether indexes that are equal have other names, and that counts. */
    boolean isRenamed(Index one, Index other) {
        return strictNames && !sameName(one, other);
    }

    private static Index unnamed(Index index) {
        return new Index(
                "any",
                index.table(),
                index.keys(),
                index.unique(),
                index.method(),
                index.included(),
                index.where(),
                index.nullsNotDistinct());
    }
}
