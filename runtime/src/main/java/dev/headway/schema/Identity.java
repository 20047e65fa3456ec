package dev.headway.schema;

/**
 * The numbering of a column by the database.
 *
 * @param always whether an insert can't specify a number
 * @param start the first number
 * @param increment the difference between a number and the next one
 * @since 0.1
 */
public record Identity(boolean always, long start, long increment) {
    /** Starts with 1; an insert can specify a number. */
    public static final Identity BY_DEFAULT = new Identity(false, 1, 1);

    /** Refuses an increment of 0. */
    public Identity {
        if (increment == 0) {
            throw new IllegalArgumentException("The increment of an identity must not be 0");
        }
    }
}
