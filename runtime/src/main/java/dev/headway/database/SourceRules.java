package dev.headway.database;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import java.util.Optional;

/**
 * Translates what a database reports about columns and indexes into what a migration would have declared, so that generated
 * migrations read as if written by hand. A translation must read back from the database as the same text.
 *
 * @see DatabaseType#source()
 * @since 0.1
 */
public interface SourceRules {
    /** The rules of a database whose types are always written in its own words. */
    SourceRules STANDARD = new SourceRules() {};

    /**
     * Returns the portable type of a column that was read from the database. Default: empty; then migrations write the type as
     * the database reports it.
     *
     * @param column a column whose type is a {@link ColumnType.Native}
     */
    default Optional<ColumnType> portableType(Column column) {
        return Optional.empty();
    }

    /**
     * Returns the default of a column. Default: texts without backslashes, whole numbers, booleans and {@code
     * CURRENT_TIMESTAMP} become values; everything else stays an expression.
     *
     * @param column the column
     * @param sql its default, as the database reports it
     */
    default DefaultValue portableDefault(Column column, String sql) {
        return StandardDefaults.of(sql);
    }

    /** Returns the access method of indexes that are created without naming one, if the database reports it. Default: empty. */
    default Optional<String> defaultIndexMethod() {
        return Optional.empty();
    }
}
