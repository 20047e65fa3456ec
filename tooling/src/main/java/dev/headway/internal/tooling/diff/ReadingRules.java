package dev.headway.internal.tooling.diff;

import dev.headway.database.ComparisonRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;

/**
 * How two readings of a database are compared: which constraints and indexes are equal, and what they are called.
 *
 * @param spelling how the database spells names
 * @param database the rules of the database
 * @param names the names of constraints
 * @param strictNames whether names that were chosen by the user count
 */
record ReadingRules(Spelling spelling, ComparisonRules database, ConstraintNames names, boolean strictNames) {

    ReadingRules(Spelling spelling, ComparisonRules database, boolean strictNames) {
        this(spelling, database, new ConstraintNames(database), strictNames);
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

    /** Returns whether equal constraints have different names, which the user chose, and names count. */
    boolean isRenamed(String table, Constraint one, Constraint other) {
        return strictNames
                && !sameName(one, other)
                && !names.isGenerated(table, one)
                && !names.isGenerated(table, other);
    }

    /** Returns whether equal indexes have different names, and names count. */
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
