package dev.headway.database;

import dev.headway.op.Spelling;
import dev.headway.schema.Constraint;
import dev.headway.schema.Sequence;
import java.util.Optional;

/**
 * States what must be known of a database to compare two of its schemas, and to generate the operations between them. The
 * defaults fit a database that keeps names and expressions as they were written.
 *
 * @see DatabaseType#comparison()
 * @since 0.1
 */
public interface ComparisonRules {
    /** The rules of a database that needs none of its own. */
    ComparisonRules STANDARD = new ComparisonRules() {};

    /**
     * Returns whether the database chose the name of a constraint because none was given. Default: false.
     *
     * @param table the table, without its schema
     * @param constraint a constraint that has a name
     */
    default boolean isGeneratedName(String table, Constraint constraint) {
        return false;
    }

    /**
     * Returns whether the database always generates the same name for the same constraint, so that migrations may omit it.
     * Default: false; then migrations write a conventional name instead.
     */
    default boolean repeatsGeneratedNames() {
        return false;
    }

    /**
     * Returns whether a constraint with a generated name is dropped by its definition, since its name differs from one
     * database to the next. Default: false.
     */
    default boolean dropsGeneratedNamesByDefinition() {
        return false;
    }

    /**
     * Returns whether a constraint is dropped by its definition as well as its name, since dropping it requires knowing what
     * the database created for it. Default: false.
     */
    default boolean dropsRequireDefinition() {
        return false;
    }

    /** Returns whether the database creates an index for a foreign key, and requires it as long as the key exists. Default: false. */
    default boolean indexesForeignKeys() {
        return false;
    }

    /** Returns whether a unique constraint can use an existing index, which then cannot be dropped before it. Default: false. */
    default boolean constraintsUseExistingIndexes() {
        return false;
    }

    /**
     * Returns whether the database rewrites expressions when it stores them. Headway then recreates schemas that differ from
     * what was read of them, until they read the same, before it reports a difference. Default: false.
     */
    default boolean rewritesExpressions() {
        return false;
    }

    /**
     * Returns the expression that converts a column to another type, if the database does not convert it by itself. Default:
     * empty.
     *
     * @param column the column, as it is written in SQL
     * @param from its type, as the database reports it
     * @param to the new type
     */
    default Optional<String> conversion(String column, String from, String to) {
        return Optional.empty();
    }

    /** Returns how the name of a column or table appears in expressions that the database reports. Default: as it is written in SQL. */
    default String inExpression(String name, Spelling spelling) {
        return spelling.quote(name);
    }

    /**
     * Returns the statement that changes a sequence.
     *
     * @param sequence how it is to be
     * @param restarts whether it starts again, since its next value would be outside its new limits
     */
    default String alterSequence(Sequence sequence, boolean restarts, Spelling spelling) {
        return "ALTER SEQUENCE " + spelling.qualified(sequence.name())
                + " START WITH " + sequence.start()
                + " INCREMENT BY " + sequence.increment()
                + (sequence.minimum() == null ? " NO MINVALUE" : " MINVALUE " + sequence.minimum())
                + (sequence.maximum() == null ? " NO MAXVALUE" : " MAXVALUE " + sequence.maximum())
                + (sequence.cycle() ? " CYCLE" : " NO CYCLE")
                + (restarts ? " RESTART WITH " + sequence.start() : "");
    }
}
