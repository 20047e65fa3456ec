package dev.headway.schema;

/**
 * How the database numbers the rows of a column.
 *
 * @param always whether an insert may not bring a number of its own
 * @param start the first number
 * @param increment how far the next number is from the one before
 */
public record Identity(boolean always, long start, long increment) {
    /** Numbers from 1 on; an insert may bring a number of its own. */
    public static final Identity BY_DEFAULT = new Identity(false, 1, 1);

    /** Refuses an increment of 0. */
    public Identity {
        if (increment == 0) {
            throw new IllegalArgumentException("The increment of an identity is not 0");
        }
    }
}
